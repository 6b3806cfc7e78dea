package dev.jvirt.qemu.hostcaps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.documents.xml.XmlWriter;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.AcceleratorCapabilities;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuestCapabilitiesTest {
    private static MachineType machine(String name, Optional<String> alias, int maxCpus) {
        return new MachineType(
                name,
                alias,
                maxCpus,
                true,
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                name.endsWith("old"));
    }

    private static AcceleratorCapabilities machines(MachineType... machines) {
        return new AcceleratorCapabilities(Optional.empty(), List.of(), List.of(machines));
    }

    private static QemuCapabilities.Builder emulator() {
        return QemuCapabilities.builder()
                .binary("/usr/bin/qemu")
                .arch("x86_64")
                .set(QemuFlag.TCG)
                .set(QemuFlag.NO_ACPI)
                .accelerator(
                        Accelerator.TCG,
                        machines(
                                machine("q35-2", Optional.of("q35"), 288),
                                machine("pc-old", Optional.empty(), 0)));
    }

    private static String format(String arch, QemuCapabilities emulator) {
        var out = new XmlWriter();
        GuestCapabilities.of(arch, emulator).format(out);
        return out.toString();
    }

    @Test
    void anAliasIsAMachineOfItsOwn() {
        assertThat(format("x86_64", emulator().build()))
                .contains(
                        """
                            <wordsize>64</wordsize>
                            <emulator>/usr/bin/qemu</emulator>
                            <machine maxCpus='288'>q35-2</machine>
                            <machine canonical='q35-2' maxCpus='288'>q35</machine>
                            <machine deprecated='yes'>pc-old</machine>
                            <domain type='qemu'/>
                          </arch>
                        """);
    }

    @Test
    void kvmHasItsOwnMachinesAndComesSecond() {
        var withKvm =
                emulator()
                        .set(QemuFlag.KVM)
                        .accelerator(
                                Accelerator.KVM, machines(machine("kvm-1", Optional.empty(), 4)))
                        .build();

        String text = format("x86_64", withKvm);

        assertThat(text).contains("<machine maxCpus='4'>kvm-1</machine>").doesNotContain("q35");
        assertThat(text.indexOf("<domain type='qemu'/>"))
                .isLessThan(text.indexOf("<domain type='kvm'/>"))
                .isPositive();
    }

    @Test
    void guestsOf32BitsCanDoWithoutPae() {
        String text = format("i686", emulator().build());

        assertThat(text).contains("<wordsize>32</wordsize>");
        assertThat(text).contains("<pae/>").contains("<nonpae/>");
        assertThat(format("x86_64", emulator().build())).doesNotContain("pae");
    }

    @Test
    void onlyX86HasAnApicAndOnlySomeHaveAcpi() {
        String text = format("sparc", emulator().clear(QemuFlag.NO_ACPI).arch("sparc").build());

        assertThat(text).doesNotContain("apic").doesNotContain("acpi").contains("<deviceboot/>");
    }
}
