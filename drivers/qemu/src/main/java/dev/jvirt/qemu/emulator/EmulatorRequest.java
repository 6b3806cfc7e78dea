package dev.jvirt.qemu.emulator;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.AcceleratorCapabilities;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import java.util.Optional;

/// What somebody says of the guests he asks about, as for `virConnectGetDomainCapabilities`. What
/// he leaves open is chosen for him.
///
/// @param binary the path of the emulator
/// @param arch the architecture of the guests
/// @param machine the name of their machine
/// @param type the type of the domains
public record EmulatorRequest(
        Optional<String> binary,
        Optional<String> arch,
        Optional<String> machine,
        Optional<String> type) {
    /// Chooses what is left open.
    ///
    /// @throws LibvirtException INVALID_ARG if the parts do not exist or do not fit together,
    ///     CONFIG_UNSUPPORTED if there is no binary for the architecture; what
    ///     [QemuBinaries#capabilities] throws
    public EmulatorChoice choose(QemuBinaries binaries) {
        Optional<VirtType> wanted = type.flatMap(EmulatorRequest::virtType);
        arch.ifPresent(EmulatorRequest::checkArch);
        String guestArch = arch.orElse(binaries.hostArch());
        QemuCapabilities emulator = emulator(binaries, guestArch);
        VirtType guestType = wanted.orElseGet(() -> bestType(emulator));
        String guestMachine = machine(emulator, guestType);
        if (!Architectures.runs(emulator.arch(), guestArch)) {
            throw invalid(
                    "Emulator '%s' does not support arch '%s'"
                            .formatted(emulator.binary(), guestArch));
        }
        if (!emulator.supportsDomainType(guestType.word())) {
            throw invalid(
                    "Emulator '%s' does not support virt type '%s'"
                            .formatted(emulator.binary(), guestType.word()));
        }
        return new EmulatorChoice(emulator, guestArch, guestType, guestMachine);
    }

    /// `none` leaves it open.
    private static Optional<VirtType> virtType(String name) {
        if (name.equals("none")) {
            return Optional.empty();
        }
        Optional<VirtType> found = Word.find(VirtType.class, name);
        if (found.isEmpty()) {
            throw invalid("unknown virttype: " + name);
        }
        return found;
    }

    private static void checkArch(String name) {
        if (!Architectures.ALL.contains(name)) {
            throw invalid("unknown architecture: " + name);
        }
    }

    private QemuCapabilities emulator(QemuBinaries binaries, String guestArch) {
        if (binary.isEmpty()) {
            String path =
                    binaries.binary(guestArch)
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    ErrorDomain.QEMU,
                                                    ErrorCode.CONFIG_UNSUPPORTED,
                                                    ("unable to find any emulator to serve '%s'"
                                                                    + " architecture")
                                                            .formatted(guestArch)));
            return binaries.capabilities(path);
        }
        QemuCapabilities emulator = binaries.capabilities(binary.get());
        if (arch.isPresent() && !Architectures.areRelated(emulator.arch(), arch.get())) {
            throw invalid(
                    "architecture from emulator '%s' doesn't match given architecture '%s'"
                            .formatted(emulator.arch(), arch.get()));
        }
        return emulator;
    }

    private static VirtType bestType(QemuCapabilities emulator) {
        return emulator.bestAccelerator()
                .flatMap(best -> Word.find(VirtType.class, best.domainType()))
                .orElse(VirtType.QEMU);
    }

    private String machine(QemuCapabilities emulator, VirtType guestType) {
        AcceleratorCapabilities offer =
                emulator.accelerator(
                        Accelerator.ofDomainType(guestType.word()).orElse(Accelerator.TCG));
        if (machine.isEmpty()) {
            return offer.machines().stream().map(MachineType::name).findFirst().orElse("");
        }
        return offer.machine(machine.get())
                .map(MachineType::name)
                .orElseThrow(
                        () ->
                                invalid(
                                        "the machine '%s' is not supported by emulator '%s'"
                                                .formatted(machine.get(), emulator.binary())));
    }

    private static LibvirtException invalid(String message) {
        return new LibvirtException(ErrorDomain.QEMU, ErrorCode.INVALID_ARG, message);
    }
}
