package dev.jvirt.virsh.job;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.BlockJob;
import dev.jvirt.api.domain.BlockJobType;
import dev.jvirt.api.domain.DomainBlockJobAbortFlag;
import dev.jvirt.api.domain.DomainBlockJobInfoFlag;
import dev.jvirt.api.domain.DomainBlockJobSpeedFlag;
import dev.jvirt.api.domain.DomainBlockResizeFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.domain.DeviceNames;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.Capacity;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;

/// The commands about the job of a disk, and its size.
final class BlockJobCommands {
    private static final int KIBIBYTE = 1024;
    private static final String[][] CONTRADICTIONS = {
        {"raw", "abort"}, {"raw", "pivot"}, {"raw", "async"}, {"raw", "bandwidth"},
        {"info", "abort"}, {"info", "pivot"}, {"info", "async"}, {"info", "bandwidth"},
        {"bytes", "abort"}, {"bytes", "pivot"}, {"bytes", "async"}
    };

    private final Domains domains;
    private final DeviceNames devices;
    private final Output output;

    BlockJobCommands(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        devices = new DeviceNames(hypervisor);
        output = hypervisor.output();
    }

    Command job() {
        return command("blockjob", "Manage active block operations")
                .description(
                        "Print how far the job of a disk is, change how fast it may be, or end it.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(
                        Option.data("path", "target or file of the disk")
                                .completedBy(devices.disks()))
                .flag("abort", "abort the job of the disk")
                .flag("async", "abort it and do not wait for the end")
                .flag("pivot", "end it and go on with the copy")
                .flag("info", "print how far it is (default)")
                .flag("bytes", "limits in bytes/s, not in MiB/s")
                .flag("raw", "print names and numbers")
                .option(Option.number("bandwidth", "change its limit in MiB/s"))
                .run(this::job);
    }

    private void job(Words words) {
        for (String[] two : CONTRADICTIONS) {
            words.exclusive(two[0], two[1]);
        }
        if (words.has("bandwidth")) {
            limit(words);
        } else if (words.has("abort") || words.has("pivot") || words.has("async")) {
            abort(words);
        } else {
            info(words);
        }
    }

    private void abort(Words words) {
        Domain domain = domains.find(words);
        Flags<DomainBlockJobAbortFlag> flags = Flags.none();
        if (words.has("async")) {
            flags = flags.with(DomainBlockJobAbortFlag.ASYNC);
        }
        if (words.has("pivot")) {
            flags = flags.with(DomainBlockJobAbortFlag.PIVOT);
        }
        domain.disks().abortJob(words.require("path"), flags);
    }

    private void limit(Words words) {
        long bandwidth = Bandwidth.of(words);
        Flags<DomainBlockJobSpeedFlag> flags =
                words.has("bytes")
                        ? Flags.of(DomainBlockJobSpeedFlag.BANDWIDTH_BYTES)
                        : Flags.none();
        Domain domain = domains.find(words);
        domain.disks().setJobSpeed(words.require("path"), bandwidth, flags);
    }

    private void info(Words words) {
        String disk = words.require("path");
        Domain domain = domains.find(words);
        boolean raw = words.has("raw");
        boolean bytes = words.has("bytes") || !raw;
        Optional<BlockJob> found = ask(domain, disk, bytes, words.has("bytes"));
        if (found.isEmpty()) {
            if (!raw) {
                output.extra("No current block job for " + disk);
            }
            return;
        }
        BlockJob job = found.get();
        if (raw) {
            output.line(" type=" + name(job.type()));
            output.line(" bandwidth=" + Long.toUnsignedString(job.bandwidth()));
            output.line(" cur=" + Long.toUnsignedString(job.current()));
            output.line(" end=" + Long.toUnsignedString(job.end()));
            return;
        }
        JobProgress.print(output, name(job.type()), job.end() - job.current(), job.end());
        if (job.bandwidth() != 0) {
            String limit = Long.toUnsignedString(job.bandwidth());
            output.print(
                    "    Bandwidth limit: "
                            + limit
                            + " bytes/s ("
                            + Capacity.precise(job.bandwidth())
                            + "/s)");
        }
        output.line("");
    }

    /// @param must whether the limit must be in bytes; otherwise it becomes bytes here if the
    /// driver counts MiB only
    private static Optional<BlockJob> ask(Domain domain, String disk, boolean bytes, boolean must) {
        if (!bytes) {
            return domain.disks().job(disk, Flags.none());
        }
        try {
            return domain.disks().job(disk, Flags.of(DomainBlockJobInfoFlag.BANDWIDTH_BYTES));
        } catch (LibvirtException e) {
            if (must || e.code() != ErrorCode.INVALID_ARG) {
                throw e;
            }
        }
        return domain.disks()
                .job(disk, Flags.none())
                .map(
                        job ->
                                new BlockJob(
                                        job.type(),
                                        job.bandwidth() * KIBIBYTE * KIBIBYTE,
                                        job.current(),
                                        job.end()));
    }

    private static String name(BlockJobType type) {
        return switch (type) {
            case UNKNOWN -> "Unknown job";
            case PULL -> "Block Pull";
            case COPY -> "Block Copy";
            case COMMIT -> "Block Commit";
            case ACTIVE_COMMIT -> "Active Block Commit";
            case BACKUP -> "Backup";
        };
    }

    Command resize() {
        return command("blockresize", "Resize block device of domain.")
                .description("Change the size of a disk while the guest uses it.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(
                        Option.data("path", "target or file of the disk")
                                .completedBy(devices.disks()))
                .option(Option.number("size", "its new size, in KiB or with a suffix").mandatory())
                .run(this::resize);
    }

    private void resize(Words words) {
        String disk = words.require("path");
        long size = words.scaledNumber("size", KIBIBYTE).orElse(0);
        Domain domain = domains.find(words);
        boolean whole = size % KIBIBYTE == 0;
        Attempt.to(
                "Failed to resize block device '" + disk + "'",
                () ->
                        domain.disks()
                                .resize(
                                        disk,
                                        whole ? size / KIBIBYTE : size,
                                        whole
                                                ? Flags.none()
                                                : Flags.of(DomainBlockResizeFlag.BYTES)));
        output.extra("Block device '" + disk + "' is resized");
    }
}
