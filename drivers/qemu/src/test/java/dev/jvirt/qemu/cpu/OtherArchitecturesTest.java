package dev.jvirt.qemu.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.qemu.cpu.Comparison.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OtherArchitecturesTest {
    private static Cpu cpu(String xml) {
        return Cpu.parse(XmlParser.parse(xml, "cpu"));
    }

    @Test
    void powerRunsOlderModelsInTheHostsOwn() {
        var power = CpuArchitecture.of("ppc64");
        var host = NamedCpu.of("POWER9");

        assertThat(power.compare(host, cpu("<cpu mode='host-model'><model>power8</model></cpu>")))
                .isEqualTo(Comparison.IDENTICAL);
        var newer = power.compare(host, cpu("<cpu mode='host-model'><model>power10</model></cpu>"));
        assertThat(newer.verdict()).isEqualTo(Verdict.INCOMPATIBLE);
        assertThatThrownBy(newer::require).hasMessage("the CPU is incompatible with host CPU");
        assertThatThrownBy(
                        () ->
                                power.compare(
                                        host,
                                        cpu("<cpu mode='host-model'><model>power99</model></cpu>")))
                .hasMessageContaining("Unknown compatibility mode power99");
    }

    @Test
    void powersOldNamesHaveNewOnes() {
        var power = CpuArchitecture.of("ppc64le");

        assertThat(power.renamed(cpu("<cpu><model>POWER7_v2.1</model></cpu>")).model())
                .contains("POWER7");
    }

    @Test
    void mainframesKnowNoConditions() {
        var mainframe = CpuArchitecture.of("s390x");

        assertThat(mainframe.compareWithUnknown()).isEqualTo(Comparison.IDENTICAL);
        assertThatThrownBy(
                        () ->
                                mainframe.update(
                                        cpu(
                                                "<cpu><model>z13</model><feature"
                                                        + " policy='optional' name='te'/></cpu>"),
                                        Optional.empty()))
                .isInstanceOf(LibvirtException.class)
                .hasMessageContaining("policy optional for feature te is not supported");
    }

    @Test
    void armHasVectorsAndNothingElse() {
        var arm = CpuArchitecture.of("aarch64");

        arm.checkFeatures(cpu("<cpu mode='host-passthrough'><feature name='sve512'/></cpu>"));
        assertThatThrownBy(
                        () ->
                                arm.checkFeatures(
                                        cpu(
                                                "<cpu mode='host-passthrough'><feature"
                                                        + " name='vmx'/></cpu>")))
                .hasMessageContaining("unknown CPU feature: vmx");
    }

    @Test
    void ofOthersNothingIsKnown() {
        var other = CpuArchitecture.of("riscv64");

        assertThat(other.knows("anything")).isTrue();
        assertThatThrownBy(() -> other.common(List.of(NamedCpu.of("x")), Optional.empty(), false))
                .hasMessageContaining("'riscv64' architecture is not supported by CPU driver");
    }
}
