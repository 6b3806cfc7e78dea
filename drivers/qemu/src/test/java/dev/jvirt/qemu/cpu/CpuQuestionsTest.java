package dev.jvirt.qemu.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.cpu.Comparison.Verdict;
import dev.jvirt.qemu.cpu.CpuQuestions.Wish;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuQuestionsTest {
    private static final Wish PLAIN = new Wish(false, false);
    private static final Optional<NamedCpu> HOST = Optional.of(NamedCpu.of("Haswell"));

    private static String host(String model) {
        return "<cpu><arch>x86_64</arch><model>%s</model></cpu>".formatted(model);
    }

    private static LibvirtException refusal(Runnable question) {
        return catchThrowableOfType(LibvirtException.class, question::run);
    }

    @Test
    void hostsAndGuestsAreCompared() {
        assertThat(CpuQuestions.compare("x86_64", HOST, host("Conroe")).verdict())
                .isEqualTo(Verdict.SUPERSET);
        assertThat(CpuQuestions.compare("x86_64", HOST, host("Haswell")).verdict())
                .isEqualTo(Verdict.IDENTICAL);
        assertThat(
                        CpuQuestions.compare("x86_64", HOST, "<cpu><model>Broadwell</model></cpu>")
                                .verdict())
                .isEqualTo(Verdict.INCOMPATIBLE);
    }

    @Test
    void anotherArchitectureIsIncompatible() {
        String power = "<cpu><arch>ppc64</arch><model>POWER8</model></cpu>";

        assertThat(CpuQuestions.compare("x86_64", HOST, power).reason())
                .isEqualTo("CPU arch ppc64 does not match host arch");
    }

    @Test
    void aHostWithoutANameIsIncompatible() {
        var result = CpuQuestions.compare("x86_64", Optional.empty(), host("Conroe"));

        assertThat(refusal(result::require))
                .hasMessage("the CPU is incompatible with host CPU: unknown host CPU");
    }

    @ParameterizedTest
    @CsvSource({
        "<cpu><arch>x86_64</arch></cpu>, XML error: Missing CPU model name",
        "<cpu><arch>vax</arch><model>x</model></cpu>, "
                + "unsupported configuration: Unknown architecture vax",
        "<cpu><arch>x86_64</arch><model>x</model></cpu>, internal error: Unknown CPU model x",
        "<host/>, XML error: XML does not contain expected 'cpu' element"
    })
    void badDocumentsAreRefused(String xml, String message) {
        assertThat(refusal(() -> CpuQuestions.compare("x86_64", HOST, xml))).hasMessage(message);
    }

    @Test
    void severalHostsHaveTheOldestModelInCommon() {
        assertThat(CpuQuestions.baseline(List.of(host("Broadwell"), host("Haswell")), PLAIN))
                .isEqualTo(
                        """
                        <cpu mode='custom' match='exact'>
                          <model fallback='allow'>Haswell</model>
                        </cpu>
                        """);
    }

    @Test
    void allFeaturesAreNamedOnDemandWithoutThoseThatCannotMove() {
        String cpu = "<cpu><arch>x86_64</arch><model>pentium</model><feature name='invtsc'/></cpu>";

        assertThat(CpuQuestions.baseline(List.of(cpu), PLAIN)).contains("name='invtsc'");
        assertThat(CpuQuestions.baseline(List.of(cpu), new Wish(true, true)))
                .isEqualTo(
                        """
                        <cpu mode='custom' match='exact'>
                          <model fallback='forbid'>pentium</model>
                          <feature policy='require' name='cx8'/>
                          <feature policy='require' name='de'/>
                          <feature policy='require' name='fpu'/>
                          <feature policy='require' name='mce'/>
                          <feature policy='require' name='mmx'/>
                          <feature policy='require' name='msr'/>
                          <feature policy='require' name='pse'/>
                          <feature policy='require' name='tsc'/>
                          <feature policy='require' name='vme'/>
                        </cpu>
                        """);
    }

    @Test
    void hostsMustTellTheirArchitectureAndNoMode() {
        assertThat(
                        refusal(
                                () ->
                                        CpuQuestions.baseline(
                                                List.of("<cpu><model>EPYC</model></cpu>"), PLAIN)))
                .hasMessage("XML error: Missing CPU architecture");
        assertThat(refusal(() -> CpuQuestions.baseline(List.of("<cpu mode='host-model'/>"), PLAIN)))
                .hasMessage(
                        "unsupported configuration: Attribute mode is only allowed for guest CPU");
        assertThat(refusal(() -> CpuQuestions.baseline(List.of(), PLAIN)).code())
                .isEqualTo(ErrorCode.INVALID_ARG);
    }

    @Test
    void anEmulatorsProcessorsHaveOnlyFeaturesThatItKnows() {
        var emulator = new EmulatorCpus(List.of(), Set.of("fpu"));
        List<String> modes = List.of("<cpu mode='host-passthrough'/>");

        assertThat(refusal(() -> CpuQuestions.baseline("x86_64", emulator, modes, PLAIN)))
                .hasMessage("invalid argument: no CPU model specified at index 0");
        assertThat(
                        refusal(
                                () ->
                                        CpuQuestions.baseline(
                                                "x86_64",
                                                emulator,
                                                List.of("<cpu><model>EPYC</model></cpu>"),
                                                PLAIN)))
                .hasMessageContaining("Cannot find suitable CPU model");
    }

    @Test
    void modelsAreListedWhereTheyAreNotTheEmulatorsMatter() {
        assertThat(CpuQuestions.models("x86_64")).startsWith("486", "pentium").endsWith("Dhyana");
        assertThat(CpuQuestions.models("ppc64le")).contains("POWER9");
        assertThat(CpuQuestions.models("aarch64")).isEmpty();
        assertThat(refusal(() -> CpuQuestions.models("sparc")))
                .hasMessageEndingWith("'sparc' architecture is not supported by CPU driver");
    }
}
