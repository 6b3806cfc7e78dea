package dev.jvirt.qemu.domcaps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.host.kvm.CpuidLeaf;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.AcceleratorCapabilities;
import dev.jvirt.qemu.capabilities.CpuModel;
import dev.jvirt.qemu.capabilities.CpuProperty;
import dev.jvirt.qemu.capabilities.GicCapability;
import dev.jvirt.qemu.capabilities.HostCpuModel;
import dev.jvirt.qemu.capabilities.HostFacts;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.capabilities.SevCapability;
import dev.jvirt.qemu.domcaps.GuestHost.TpmVersion;
import dev.jvirt.qemu.emulator.EmulatorChoice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DomainSurveyTest {
    private static QemuCapabilities.Builder emulator(String arch, String machine) {
        var offer =
                new AcceleratorCapabilities(
                        Optional.of(
                                new HostCpuModel(
                                        "z15",
                                        false,
                                        List.of(property("vx", "true"), property("te", "false")))),
                        List.of(
                                model("EPYC", Optional.of(true)),
                                model("host", Optional.of(true)),
                                model("base", Optional.empty()),
                                model("486", Optional.empty())),
                        List.of(
                                new MachineType(
                                        machine,
                                        Optional.empty(),
                                        288,
                                        true,
                                        true,
                                        Optional.empty(),
                                        false,
                                        Optional.empty(),
                                        false)));
        return QemuCapabilities.builder()
                .binary("/usr/bin/qemu")
                .arch(arch)
                .set(QemuFlag.KVM)
                .set(QemuFlag.TCG)
                .accelerator(Accelerator.KVM, offer)
                .accelerator(Accelerator.TCG, offer);
    }

    private static CpuProperty property(String name, String value) {
        return new CpuProperty(name, CpuProperty.Kind.BOOLEAN, value, Optional.empty());
    }

    private static CpuModel model(String name, Optional<Boolean> usable) {
        return new CpuModel(name, Optional.empty(), usable, false, List.of());
    }

    private static String format(
            QemuCapabilities emulator, VirtType type, String machine, GuestHost host) {
        return DomainSurvey.survey(
                        new EmulatorChoice(emulator, emulator.arch(), type, machine), host)
                .format();
    }

    private static GuestHost host(String arch, OptionalInt maxVcpus) {
        return new GuestHost(
                arch,
                maxVcpus,
                false,
                Optional.empty(),
                List.of(),
                List.of("/fw/code.fd"),
                Optional.empty());
    }

    private static GuestHost host() {
        return host("x86_64", OptionalInt.empty());
    }

    @Test
    void theHostLimitsProcessorsOfItsOwnVirtualisationOnly() {
        QemuCapabilities emulator = emulator("x86_64", "pc-q35-8.0").build();
        GuestHost small = host("x86_64", OptionalInt.of(64));

        assertThat(format(emulator, VirtType.KVM, "pc-q35-8.0", small))
                .contains("<vcpu max='64'/>");
        assertThat(format(emulator, VirtType.QEMU, "pc-q35-8.0", small))
                .contains("<vcpu max='288'/>");
        assertThat(format(emulator, VirtType.KVM, "another", small)).doesNotContain("<vcpu");
    }

    @Test
    void onlyDomainsThatRunOnTheHostsProcessorsCanHaveThem() {
        QemuCapabilities emulator = emulator("x86_64", "pc").set(QemuFlag.CPU_MIGRATABLE).build();

        assertThat(format(emulator, VirtType.KVM, "pc", host()))
                .contains(
                        """
                            <mode name='host-passthrough' supported='yes'>
                              <enum name='hostPassthroughMigratable'>
                                <value>on</value>
                                <value>off</value>
                        """);
        assertThat(format(emulator, VirtType.QEMU, "pc", host()))
                .contains("<mode name='host-passthrough' supported='no'/>");
        assertThat(format(emulator, VirtType.KVM, "pc", host("aarch64", OptionalInt.empty())))
                .contains("<mode name='host-passthrough' supported='no'/>");
    }

    @Test
    void processorsAreListedByTheNamesThatDocumentsMayHave() {
        String x86 = format(emulator("x86_64", "pc").build(), VirtType.KVM, "pc", host());
        String arm = format(emulator("aarch64", "virt").build(), VirtType.KVM, "virt", host());

        assertThat(x86)
                .contains(
                        """
                              <model usable='yes' vendor='AMD'>EPYC</model>
                              <model usable='unknown' vendor='unknown'>486</model>
                            </mode>
                        """);
        assertThat(arm).contains(">base</model>").doesNotContain(">host</model>");
    }

    @Test
    void aMainframesEmulatorSaysItselfWhatIsNearToTheHost() {
        String text =
                format(
                        emulator("s390x", "s390-ccw").build(),
                        VirtType.KVM,
                        "x",
                        host("s390x", OptionalInt.empty()));

        assertThat(text)
                .contains(
                        """
                            <mode name='host-model' supported='yes'>
                              <model fallback='forbid'>z15</model>
                              <feature policy='require' name='vx'/>
                              <feature policy='disable' name='te'/>
                        """)
                .contains("<s390-pv supported='no'/>");
    }

    @Test
    void ideAndFloppyAreAMatterOfTheMachine() {
        QemuCapabilities emulator = emulator("x86_64", "pc").build();

        assertThat(format(emulator, VirtType.KVM, "pc-i440fx-8.0", host()))
                .contains("<value>ide</value>");
        assertThat(format(emulator, VirtType.KVM, "pc-q35-8.0", host()))
                .doesNotContain("<value>ide</value>")
                .contains("<value>fdc</value>");
        assertThat(
                        format(
                                emulator("ppc64", "pseries-8.0").build(),
                                VirtType.KVM,
                                "pseries-8.0",
                                host()))
                .doesNotContain("fdc")
                .doesNotContain("floppy");
    }

    @Test
    void interruptControllersAreForTheVirtualBoard() {
        QemuCapabilities emulator =
                emulator("aarch64", "virt-8.0")
                        .gics(
                                List.of(
                                        new GicCapability(3, true, true),
                                        new GicCapability(2, false, true)))
                        .build();

        assertThat(format(emulator, VirtType.KVM, "virt-8.0", host()))
                .contains("<value>3</value>")
                .doesNotContain("<value>2</value>");
        assertThat(format(emulator, VirtType.QEMU, "virt-8.0", host()))
                .contains(
                        """
                              <enum name='version'>
                                <value>2</value>
                                <value>3</value>
                        """);
        assertThat(format(emulator, VirtType.KVM, "raspi3b", host()))
                .contains("<gic supported='no'/>");
    }

    @Test
    void emulatedTpmsNeedTheirEmulator() {
        QemuCapabilities emulator =
                emulator("x86_64", "pc")
                        .set(QemuFlag.TPM_CRB)
                        .set(QemuFlag.TPM_PASSTHROUGH)
                        .set(QemuFlag.TPM_EMULATOR)
                        .build();
        var withSwtpm =
                new GuestHost(
                        "x86_64",
                        OptionalInt.empty(),
                        false,
                        Optional.of(Set.of(TpmVersion.V2_0)),
                        List.of(),
                        List.of(),
                        Optional.empty());

        assertThat(format(emulator, VirtType.KVM, "pc", host()))
                .contains("<value>passthrough</value>")
                .doesNotContain("<value>emulator</value>")
                .doesNotContain("backendVersion");
        assertThat(format(emulator, VirtType.KVM, "pc", withSwtpm))
                .contains("<value>external</value>")
                .contains("<value>2.0</value>")
                .doesNotContain("<value>1.2</value>");
        assertThat(format(emulator("x86_64", "pc").build(), VirtType.KVM, "pc", withSwtpm))
                .contains("<tpm supported='no'/>");
    }

    @Test
    void theNumbersOfEncryptedDomainsFollowFromTheProcessor() {
        var facts =
                new HostFacts(
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new CpuidLeaf(0x8000001F, 0, 0, 0, 509, 451)),
                        false,
                        false);
        QemuCapabilities emulator =
                emulator("x86_64", "pc")
                        .host(facts)
                        .sev(new SevCapability(47, 1, "", "", Optional.empty()))
                        .build();

        assertThat(format(emulator, VirtType.KVM, "pc", host()))
                .contains(
                        """
                            <sev supported='yes'>
                              <cbitpos>47</cbitpos>
                              <reducedPhysBits>1</reducedPhysBits>
                              <maxGuests>59</maxGuests>
                              <maxESGuests>450</maxESGuests>
                            </sev>
                        """);
    }

    @Test
    void anEmulatorOfWhichNothingIsKnownHasAShortDocument() {
        assertThat(
                        DomainCapabilities.unknown(
                                        new DomainCapabilities.Subject(
                                                "/bin/x", "kvm", "pc", "x86_64"))
                                .format())
                .isEqualTo(
                        """
                        <domainCapabilities>
                          <path>/bin/x</path>
                          <domain>kvm</domain>
                          <machine>pc</machine>
                          <arch>x86_64</arch>
                          <cpu>
                            <mode name='host-passthrough' supported='no'/>
                            <mode name='maximum' supported='no'/>
                            <mode name='host-model' supported='no'/>
                            <mode name='custom' supported='no'/>
                          </cpu>
                          <devices>
                          </devices>
                          <features>
                            <sev supported='no'/>
                            <sgx supported='no'/>
                          </features>
                        </domainCapabilities>
                        """);
    }
}
