package dev.jvirt.qemu.hostcaps;

import dev.jvirt.documents.xml.XmlWriter;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// `<host>`: what a host is, and what its hypervisor does with guests in general.
///
/// @param suspend the ways in which the host can be put to sleep
/// @param iommu whether devices can be given to guests safely
/// @param migration absent if the hypervisor cannot even move guests that are shut off
/// @param hardware its processors, memory and caches in detail; absent if nobody looked
/// @param security the security drivers that guard guests, in their order
public record HostDescription(
        Optional<UUID> uuid,
        HostCpu cpu,
        Set<SuspendTarget> suspend,
        boolean iommu,
        Optional<MigrationFeatures> migration,
        Optional<HostHardware> hardware,
        List<SecurityLabels> security) {
    /// A way to put a host to sleep.
    public enum SuspendTarget {
        /// with its memory powered
        MEMORY("suspend_mem"),
        /// with its memory on disk
        DISK("suspend_disk"),
        /// with its memory powered and on disk
        HYBRID("suspend_hybrid");

        private final String element;

        SuspendTarget(String element) {
            this.element = element;
        }
    }

    /// What a hypervisor can do when it moves guests.
    ///
    /// @param live whether guests keep running meanwhile
    /// @param transports the schemes of URIs it can send them to
    public record MigrationFeatures(boolean live, List<String> transports) {
        /// QEMU's.
        public static final MigrationFeatures QEMU =
                new MigrationFeatures(true, List.of("tcp", "rdma"));

        /// Features of migration.
        public MigrationFeatures {
            transports = List.copyOf(transports);
        }
    }

    /// A security driver and the labels that guests get from it.
    ///
    /// @param doi the domain of interpretation of its labels
    public record SecurityLabels(String model, String doi, List<BaseLabel> labels) {
        /// A security driver.
        public SecurityLabels {
            labels = List.copyOf(labels);
        }
    }

    /// The label of guests of a type.
    public record BaseLabel(String domainType, String label) {}

    /// A host.
    public HostDescription {
        suspend =
                suspend.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(suspend));
        security = List.copyOf(security);
    }

    void format(XmlWriter out) {
        out.start("host");
        out.leaf("uuid", uuid.map(UUID::toString));
        cpu.format(out);
        out.start("power_management");
        for (SuspendTarget target : suspend) {
            out.empty(target.element);
        }
        out.end();
        out.start("iommu").attribute("support", iommu ? "yes" : "no").end();
        migration.ifPresent(features -> migration(out, features));
        hardware.ifPresent(parts -> parts.format(out));
        for (SecurityLabels labels : security) {
            security(out, labels);
        }
        out.end();
    }

    private static void migration(XmlWriter out, MigrationFeatures features) {
        out.start("migration_features");
        out.empty("live", features.live());
        if (!features.transports().isEmpty()) {
            out.start("uri_transports");
            for (String transport : features.transports()) {
                out.leaf("uri_transport", transport);
            }
            out.end();
        }
        out.closeEmpty();
    }

    private static void security(XmlWriter out, SecurityLabels labels) {
        out.start("secmodel").leaf("model", labels.model()).leaf("doi", labels.doi());
        for (BaseLabel base : labels.labels()) {
            out.start("baselabel").attribute("type", base.domainType());
            out.text(base.label()).end();
        }
        out.end();
    }
}
