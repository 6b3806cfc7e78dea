package dev.jvirt.qemu.status;

import dev.jvirt.documents.xml.Attribute;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// What is under way in a running QEMU.
///
/// Jobs that only another daemon runs are kept as they were read, so that it finds them again.
///
/// @param lockState what the lock manager must know to lock the disks again
/// @param job the job that was under way when the file was written
/// @param fakeReboot whether the guest is reset and goes on when it has shut down
/// @param blockJobs jobs on single disks
/// @param slirp helpers for user networking
/// @param agentTimeout seconds that the guest agent may take; negative: as usual
/// @param backups a backup under way
public record JobStatus(
        Optional<String> lockState,
        Optional<Element> job,
        boolean fakeReboot,
        Optional<Element> blockJobs,
        Optional<Element> slirp,
        int agentTimeout,
        Optional<Element> backups) {
    /// The guest agent may take as long as libvirt lets it by default.
    private static final int DEFAULT_TIMEOUT = -2;

    /// Nothing is under way.
    public static final JobStatus NONE =
            new JobStatus(
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    DEFAULT_TIMEOUT,
                    Optional.empty());

    /// The same, and what happens when the guest has shut down.
    public JobStatus withFakeReboot(boolean value) {
        return new JobStatus(lockState, job, value, blockJobs, slirp, agentTimeout, backups);
    }

    static JobStatus parse(Element root) {
        return new JobStatus(
                root.text("lockstate"),
                root.child("job"),
                root.has("fakereboot"),
                root.child("blockjobs"),
                root.child("slirp"),
                (int) root.number("agentTimeout").orElse(DEFAULT_TIMEOUT),
                root.child("backups"));
    }

    void formatJob(XmlWriter out) {
        out.leaf("lockstate", lockState);
        job.ifPresent(element -> formatJob(element, out));
        out.empty("fakereboot", fakeReboot);
    }

    private static void formatJob(Element job, XmlWriter out) {
        out.start("job");
        for (Attribute attribute : job.attributes()) {
            out.attribute(attribute.name(), attribute.value());
        }
        if (job.attribute("async").isPresent()) {
            if (job.attribute("flags").isEmpty()) {
                out.attribute("flags", "0x0");
            }
            if (job.attribute("asyncStarted").isEmpty()) {
                out.attribute("asyncStarted", 0);
            }
        }
        for (Element child : job.children()) {
            if (child.name().equals("disk")) {
                formatDisk(child, out);
            } else {
                out.copy(child);
            }
        }
        out.end();
    }

    private static void formatDisk(Element disk, XmlWriter out) {
        out.start("disk");
        for (Attribute attribute : disk.attributes()) {
            out.attribute(attribute.name(), attribute.value());
        }
        disk.child("migrationSource").ifPresent(source -> formatSource(source, out));
        out.end();
    }

    /// A former libvirt had no element for the source itself in it.
    private static void formatSource(Element migration, XmlWriter out) {
        if (migration.has("source")) {
            out.copy(migration);
            return;
        }
        out.start("migrationSource")
                .attribute("type", migration.attribute("type"))
                .attribute("format", migration.attribute("format"))
                .start("source");
        for (Attribute attribute : migration.attributes()) {
            if (!attribute.name().equals("type") && !attribute.name().equals("format")) {
                out.attribute(attribute.name(), attribute.value());
            }
        }
        for (Element child : migration.children()) {
            out.copy(child);
        }
        out.end().end();
    }

    void formatBlockJobs(XmlWriter out) {
        blockJobs.ifPresentOrElse(
                jobs -> out.copy(jobs),
                () -> out.start("blockjobs").attribute("active", "no").end());
        slirp.ifPresent(helpers -> out.copy(helpers));
        out.leaf("agentTimeout", agentTimeout);
        backups.ifPresent(backup -> out.copy(backup));
    }
}
