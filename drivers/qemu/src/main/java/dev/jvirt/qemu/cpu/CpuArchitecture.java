package dev.jvirt.qemu.cpu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.CpuModel;
import java.util.List;
import java.util.Optional;

/// What names of processors mean on one architecture.
public sealed interface CpuArchitecture
        permits X86Cpus, PowerCpus, MainframeCpus, ArmCpus, OtherCpus {
    /// The one of that name.
    static CpuArchitecture of(String arch) {
        if (Architectures.isX86(arch)) {
            return new X86Cpus();
        }
        if (Architectures.isPpc64(arch)) {
            return new PowerCpus();
        }
        if (Architectures.isS390(arch)) {
            return new MainframeCpus();
        }
        return Architectures.isArm(arch) ? new ArmCpus() : new OtherCpus(arch);
    }

    /// Whether documents may have a model.
    default boolean knows(String model) {
        return models().map(all -> all.contains(model)).orElse(true);
    }

    /// The models that documents may have, in libvirt's order; absent if that is left to the
    /// hypervisor.
    default Optional<List<String>> models() {
        return Optional.empty();
    }

    /// Who makes processors of a model.
    default Optional<String> vendor(String model) {
        return Optional.empty();
    }

    /// Compares what a guest wants with what a host has.
    ///
    /// @throws LibvirtException if a name is not known
    Comparison compare(NamedCpu host, Cpu guest);

    /// What comes out if nothing is known of the host.
    default Comparison compareWithUnknown() {
        return Comparison.incompatible("unknown host CPU");
    }

    /// The guest's processor without what depends on the host: a model of its own, and features
    /// that are there or not.
    ///
    /// @param host what this host can give its guests, if that is known
    /// @throws LibvirtException if that is not enough
    Cpu update(Cpu guest, Optional<NamedCpu> host);

    /// The guest's processor by a name that a hypervisor knows.
    ///
    /// @throws LibvirtException if there is none
    Cpu translate(Cpu guest, List<CpuModel> offered);

    /// The processor that each of several processors is at least.
    ///
    /// @param emulator what it must be able to make; anything, if absent
    /// @param migratable whether to leave out what a guest cannot take along to another host
    /// @throws LibvirtException if they have nothing in common
    Cpu common(List<NamedCpu> cpus, Optional<EmulatorCpus> emulator, boolean migratable);

    /// A processor without what a guest cannot take along to another host.
    default NamedCpu migratable(NamedCpu cpu) {
        return cpu;
    }

    /// A guest's processor with all the features of its model named.
    default Cpu expanded(Cpu guest) {
        return guest;
    }

    /// Whether a processor has a feature.
    default boolean has(NamedCpu cpu, String feature) {
        return cpu.features().stream()
                .anyMatch(f -> f.name().equals(feature) && f.policy() == Cpu.FeaturePolicy.REQUIRE);
    }

    /// A guest's processor as the hypervisor made it.
    ///
    /// @param enabled the features that it has
    /// @param disabled the features that it was to have and has not
    /// @throws LibvirtException if it must be just what the document says, and is not
    default Cpu live(Cpu guest, FeatureSet enabled, FeatureSet disabled) {
        return guest;
    }

    /// Checks that the features have names that are known.
    default void checkFeatures(Cpu guest) {}

    /// The guest's processor by the name that it has today.
    default Cpu renamed(Cpu guest) {
        return guest;
    }

    /// Whether a hypervisor has the model of a processor.
    static boolean isOffered(Cpu guest, List<CpuModel> offered) {
        return offered.stream().anyMatch(m -> guest.model().filter(m.name()::equals).isPresent());
    }

    /// The error about a model that a hypervisor does not have.
    static LibvirtException notOffered(Cpu guest) {
        return error(
                ErrorCode.CONFIG_UNSUPPORTED,
                "CPU model %s is not supported by hypervisor".formatted(guest.model().orElse("")));
    }

    /// The error about a host of which nothing is known.
    static LibvirtException unknownHost() {
        return error(ErrorCode.CONFIG_UNSUPPORTED, "unknown host CPU model");
    }

    /// The error about a feature without a meaning.
    static LibvirtException unknownFeature(String name) {
        return error(ErrorCode.CONFIG_UNSUPPORTED, "unknown CPU feature: %s".formatted(name));
    }

    /// The error about what is not done for an architecture.
    static LibvirtException cannot(String what) {
        return error(ErrorCode.NO_SUPPORT, "cannot " + what);
    }

    /// An error of this part.
    static LibvirtException error(ErrorCode code, String message) {
        return new LibvirtException(ErrorDomain.CPU, code, message);
    }
}
