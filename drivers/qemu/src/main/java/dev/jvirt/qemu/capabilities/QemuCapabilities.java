package dev.jvirt.qemu.capabilities;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All that is known about one QEMU binary on this host. It never changes.
///
/// A [QemuCapabilitiesProber] asks the binary for it, [CapabilitiesCache] keeps it on disk in
/// libvirt's format.
public final class QemuCapabilities {
    private final String binary;
    private final CacheStamp stamp;
    private final Set<QemuFlag> flags;
    private final int version;
    private final String packageVersion;
    private final String arch;
    private final HostFacts host;
    private final Map<Accelerator, AcceleratorCapabilities> accelerators;
    private final List<GicCapability> gics;
    private final Optional<SevCapability> sev;
    private final Optional<SgxCapability> sgx;
    private final Optional<List<String>> hyperv;

    private QemuCapabilities(Builder builder) {
        binary = builder.binary;
        stamp = builder.stamp;
        flags = Collections.unmodifiableSet(EnumSet.copyOf(builder.flags));
        version = builder.version;
        packageVersion = builder.packageVersion;
        arch = builder.arch;
        host = builder.host;
        accelerators = Collections.unmodifiableMap(new EnumMap<>(builder.accelerators));
        gics = List.copyOf(builder.gics);
        sev = builder.sev;
        sgx = builder.sgx;
        hyperv = builder.hyperv.map(List::copyOf);
    }

    /// Capabilities to be filled in.
    public static Builder builder() {
        return new Builder();
    }

    /// Capabilities to be filled in, starting from these.
    public Builder toBuilder() {
        var builder = new Builder();
        builder.binary = binary;
        builder.stamp = stamp;
        builder.flags.addAll(flags);
        builder.version = version;
        builder.packageVersion = packageVersion;
        builder.arch = arch;
        builder.host = host;
        builder.accelerators.putAll(accelerators);
        builder.gics = gics;
        builder.sev = sev;
        builder.sgx = sgx;
        builder.hyperv = hyperv;
        return builder;
    }

    /// Whether the binary can do something.
    public boolean has(QemuFlag flag) {
        return flags.contains(flag);
    }

    /// The path of the binary.
    public String binary() {
        return binary;
    }

    /// What the stored form was made from.
    public CacheStamp stamp() {
        return stamp;
    }

    /// All it can do, in libvirt's order.
    public Set<QemuFlag> flags() {
        return flags;
    }

    /// major * 1000000 + minor * 1000 + micro; 0 if it is not known.
    public int version() {
        return version;
    }

    /// What the packager calls this build; may be empty.
    public String packageVersion() {
        return packageVersion;
    }

    /// The architecture of its guests, by libvirt's name.
    public String arch() {
        return arch;
    }

    /// The host as it was when the binary was asked.
    public HostFacts host() {
        return host;
    }

    /// What it offers with an accelerator; nothing if it lacks that.
    public AcceleratorCapabilities accelerator(Accelerator accelerator) {
        return accelerators.getOrDefault(accelerator, AcceleratorCapabilities.NONE);
    }

    /// ARM interrupt controllers.
    public List<GicCapability> gics() {
        return gics;
    }

    /// Encrypted guests on AMD.
    public Optional<SevCapability> sev() {
        return sev;
    }

    /// Enclaves on Intel.
    public Optional<SgxCapability> sgx() {
        return sgx;
    }

    /// The Hyper-V enlightenments it offers; absent if it was not asked or cannot say.
    public Optional<List<String>> hyperv() {
        return hyperv;
    }

    /// The best accelerator here, or none if it cannot run any guest.
    public Optional<Accelerator> bestAccelerator() {
        if (has(QemuFlag.KVM)) {
            return Optional.of(Accelerator.KVM);
        }
        if (has(QemuFlag.HVF)) {
            return Optional.of(Accelerator.HVF);
        }
        return has(QemuFlag.TCG) ? Optional.of(Accelerator.TCG) : Optional.empty();
    }

    /// Whether it can run domains of this type.
    public boolean supportsDomainType(String domainType) {
        return switch (domainType) {
            case "kvm" -> has(QemuFlag.KVM);
            case "hvf" -> has(QemuFlag.HVF);
            case "qemu" -> has(QemuFlag.TCG);
            default -> false;
        };
    }

    /// The machine of that name or alias, or nothing if there is none.
    public Optional<MachineType> machine(Accelerator accelerator, String name) {
        return accelerator(accelerator).machine(name);
    }

    /// The real name of a machine of that name or alias; the name itself if there is no such.
    public String canonicalMachine(Accelerator accelerator, String name) {
        for (MachineType machine : accelerator(accelerator).machines()) {
            if (machine.alias().isPresent() && machine.alias().get().equals(name)) {
                return machine.name();
            }
        }
        return name;
    }

    /// The machine of a document that names none.
    public Optional<MachineType> defaultMachine(Accelerator accelerator) {
        List<MachineType> machines = accelerator(accelerator).machines();
        return machines.isEmpty() ? Optional.empty() : Optional.of(machines.getFirst());
    }

    /// Fills in capabilities.
    public static final class Builder {
        private String binary = "";
        private CacheStamp stamp = CacheStamp.NONE;
        private final EnumSet<QemuFlag> flags = EnumSet.noneOf(QemuFlag.class);
        private int version;
        private String packageVersion = "";
        private String arch = "";
        private HostFacts host = HostFacts.NONE;
        private final EnumMap<Accelerator, AcceleratorCapabilities> accelerators =
                new EnumMap<>(Accelerator.class);
        private List<GicCapability> gics = List.of();
        private Optional<SevCapability> sev = Optional.empty();
        private Optional<SgxCapability> sgx = Optional.empty();
        private Optional<List<String>> hyperv = Optional.empty();

        private Builder() {}

        /// The path of the binary.
        public Builder binary(String path) {
            binary = path;
            return this;
        }

        /// What the stored form is made from.
        public Builder stamp(CacheStamp value) {
            stamp = value;
            return this;
        }

        /// Adds a flag.
        public Builder set(QemuFlag flag) {
            flags.add(flag);
            return this;
        }

        /// Takes a flag away.
        public Builder clear(QemuFlag flag) {
            flags.remove(flag);
            return this;
        }

        /// Whether a flag was added.
        public boolean has(QemuFlag flag) {
            return flags.contains(flag);
        }

        /// major * 1000000 + minor * 1000 + micro
        public Builder version(int value) {
            version = value;
            return this;
        }

        /// What was set as version.
        public int version() {
            return version;
        }

        /// What the packager calls this build.
        public Builder packageVersion(String text) {
            packageVersion = text;
            return this;
        }

        /// The architecture of its guests.
        public Builder arch(String name) {
            arch = name;
            return this;
        }

        /// What was set as architecture.
        public String arch() {
            return arch;
        }

        /// The host as it is now.
        public Builder host(HostFacts facts) {
            host = facts;
            return this;
        }

        /// What an accelerator offers.
        public Builder accelerator(Accelerator accelerator, AcceleratorCapabilities offer) {
            accelerators.put(accelerator, offer);
            return this;
        }

        /// What was set for an accelerator.
        public AcceleratorCapabilities accelerator(Accelerator accelerator) {
            return accelerators.getOrDefault(accelerator, AcceleratorCapabilities.NONE);
        }

        /// ARM interrupt controllers.
        public Builder gics(List<GicCapability> list) {
            gics = list;
            return this;
        }

        /// Encrypted guests on AMD.
        public Builder sev(SevCapability value) {
            sev = Optional.of(value);
            return this;
        }

        /// Enclaves on Intel.
        public Builder sgx(SgxCapability value) {
            sgx = Optional.of(value);
            return this;
        }

        /// Hyper-V enlightenments.
        public Builder hyperv(List<String> names) {
            hyperv = Optional.of(names);
            return this;
        }

        /// The capabilities.
        public QemuCapabilities build() {
            return new QemuCapabilities(this);
        }
    }
}
