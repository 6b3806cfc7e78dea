package dev.jvirt.qemu.capabilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class QemuCapabilitiesProberTest {
    @Test
    void anInstalledQemuSaysWhatItCanDo() throws Exception {
        assumeTrue(StdioQemu.isInstalled(), "qemu-system-x86_64 is not installed");
        try (var qemu = new StdioQemu("tcg")) {

            QemuCapabilities found =
                    QemuCapabilitiesProber.probe(StdioQemu.BINARY.toString(), qemu);

            assertThat(found.arch()).isEqualTo("x86_64");
            assertThat(found.version()).isGreaterThan(4002000);
            assertThat(found.flags()).contains(QemuFlag.TCG, QemuFlag.PCIE_ROOT_PORT);
            assertThat(found.flags()).doesNotContain(QemuFlag.KVM);
            assertThat(found.bestAccelerator()).contains(Accelerator.TCG);
            assertThat(found.canonicalMachine(Accelerator.TCG, "q35")).startsWith("pc-q35-");
            assertThat(found.defaultMachine(Accelerator.TCG).orElseThrow().alias()).contains("pc");
            assertThat(found.accelerator(Accelerator.TCG).hostCpu()).isPresent();
            assertThat(found.accelerator(Accelerator.TCG).cpuModels())
                    .extracting(CpuModel::name)
                    .contains("qemu64");
            assertThat(QemuCapabilitiesProber.needsTcgProbe(found)).isFalse();
        }
    }
}
