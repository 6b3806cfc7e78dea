package dev.jvirt.tests.conformance.capabilities;

import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.host.kvm.CpuidLeaf;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.CapabilitiesReader;
import dev.jvirt.qemu.capabilities.HostFacts;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.cpu.NamedCpu;
import dev.jvirt.qemu.domcaps.DomainCapabilities;
import dev.jvirt.qemu.domcaps.DomainSurvey;
import dev.jvirt.qemu.domcaps.GuestHost;
import dev.jvirt.qemu.domcaps.GuestHost.TpmVersion;
import dev.jvirt.qemu.emulator.EmulatorChoice;
import dev.jvirt.qemu.firmware.InstalledFirmware;
import dev.jvirt.tests.conformance.Case;
import dev.jvirt.tests.conformance.Family;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// `domaincaps`: what a binary can do to what domains can have.
///
/// The host is the one that the corpus describes: no limit of virtual processors, VFIO, the
/// firmware of another family, and three files as loaders whatever that says.
public final class DomainFamily implements Family {
    private static final List<String> LOADERS =
            List.of(
                    "/usr/share/AAVMF/AAVMF_CODE.fd",
                    "/usr/share/AAVMF/AAVMF32_CODE.fd",
                    "/usr/share/OVMF/OVMF_CODE.fd");

    private static final CpuidLeaf SEV_NUMBERS = new CpuidLeaf(0x8000001F, 0, 0, 0, 509, 451);

    @Override
    public String name() {
        return "domaincaps";
    }

    @Override
    public String run(Case test) {
        String arch = test.cell("arch");
        String type = test.param("virtType").orElseThrow();
        String binary = test.param("emulator").orElseThrow();
        String machine = test.param("machine").orElseThrow();
        if (test.is("caps", "none")) {
            return DomainCapabilities.unknown(
                            new DomainCapabilities.Subject(binary, type, machine, arch))
                    .format();
        }
        QemuCapabilities emulator = emulator(test, binary);
        String realMachine = machine(emulator, type, machine);
        var choice =
                new EmulatorChoice(
                        emulator, arch, Word.find(VirtType.class, type).orElseThrow(), realMachine);
        return DomainSurvey.survey(choice, host(test, realMachine)).format();
    }

    private static QemuCapabilities emulator(Case test, String binary) {
        QemuCapabilities stored = CapabilitiesReader.parse(test.input());
        HostFacts facts = stored.host();
        var withSev =
                new HostFacts(
                        facts.kvmVersion(),
                        facts.microcodeVersion(),
                        facts.cpuSignature(),
                        facts.kernelVersion(),
                        List.of(SEV_NUMBERS),
                        facts.kvmNesting(),
                        facts.kvmSecureGuest());
        return stored.toBuilder().binary(binary).host(withSev).build();
    }

    /// `default` is the machine of documents that name none.
    private static String machine(QemuCapabilities emulator, String type, String name) {
        Accelerator accelerator = Accelerator.ofDomainType(type).orElseThrow();
        if (!name.equals("default")) {
            return emulator.canonicalMachine(accelerator, name);
        }
        return emulator.defaultMachine(accelerator)
                .or(() -> emulator.defaultMachine(Accelerator.TCG))
                .map(MachineType::name)
                .orElseThrow();
    }

    private static GuestHost host(Case test, String machine) {
        String arch = test.cell("arch");
        var firmware =
                InstalledFirmware.ofSystem(test.corpus().folder().resolve("qemufirmware/data"));
        return new GuestHost(
                arch,
                OptionalInt.of(Integer.MAX_VALUE),
                true,
                Optional.of(tpmVersions(test)),
                firmware.forMachine(arch, machine),
                LOADERS,
                processor(arch));
    }

    private static Optional<NamedCpu> processor(String arch) {
        if (Architectures.isPpc64(arch)) {
            return Optional.of(NamedCpu.of("POWER8"));
        }
        return Architectures.isX86(arch) ? Optional.of(NamedCpu.of("Broadwell")) : Optional.empty();
    }

    private static Set<TpmVersion> tpmVersions(Case test) {
        var versions = EnumSet.noneOf(TpmVersion.class);
        List<String> named = List.of(test.param("swtpmVersions").orElse("1.2,2.0").split(","));
        for (TpmVersion version : TpmVersion.values()) {
            if (named.contains(version.text())) {
                versions.add(version);
            }
        }
        return versions;
    }
}
