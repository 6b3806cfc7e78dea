package dev.jvirt.qemu.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.Feature;
import dev.jvirt.documents.domain.Cpu.FeaturePolicy;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.qemu.capabilities.CpuModel;
import dev.jvirt.qemu.cpu.Comparison.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class X86CpusTest {
    private static final CpuArchitecture X86 = CpuArchitecture.of("x86_64");
    private static final NamedCpu HOST =
            NamedCpu.of("Haswell")
                    .withVendor(Optional.of("Intel"))
                    .with("vmx", FeaturePolicy.REQUIRE);

    private static Cpu cpu(String xml) {
        return Cpu.parse(XmlParser.parse(xml, "cpu"));
    }

    private static Verdict compare(String xml) {
        return X86.compare(HOST, cpu(xml)).verdict();
    }

    @Test
    void aHostHasMoreThanAGuestNeeds() {
        assertThat(compare("<cpu><model>Conroe</model></cpu>")).isEqualTo(Verdict.SUPERSET);
        assertThat(
                        compare(
                                "<cpu><model>Haswell</model><feature policy='require' name='vmx'/>"
                                        + "</cpu>"))
                .isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void whatIsMissingIsNamed() {
        var result = X86.compare(HOST, cpu("<cpu><model>Broadwell</model></cpu>"));

        var error = catchThrowableOfType(LibvirtException.class, result::require);

        assertThat(error.code()).isEqualTo(ErrorCode.CPU_INCOMPATIBLE);
        assertThat(error)
                .hasMessage(
                        "the CPU is incompatible with host CPU: Host CPU does not provide required"
                                + " features: rdseed, adx, smap, 3dnowprefetch");
    }

    @Test
    void forbiddenFeaturesMustNotBeThere() {
        var result =
                X86.compare(
                        HOST,
                        cpu(
                                "<cpu><model>Conroe</model><feature policy='forbid' name='vmx'/>"
                                        + "</cpu>"));

        assertThat(result.reason()).isEqualTo("Host CPU provides forbidden features: vmx");
    }

    @Test
    void aStrictGuestTakesNoMore() {
        var result = X86.compare(HOST, cpu("<cpu match='strict'><model>Haswell</model></cpu>"));

        assertThat(result.reason())
                .isEqualTo("Host CPU does not strictly match guest CPU: Extra features: vmx");
    }

    @Test
    void anotherMakersProcessorIsIncompatible() {
        assertThat(compare("<cpu><model>qemu64</model><vendor>AMD</vendor></cpu>"))
                .isEqualTo(Verdict.INCOMPATIBLE);
    }

    @Test
    void unknownNamesAreRefused() {
        var model =
                catchThrowableOfType(
                        LibvirtException.class, () -> compare("<cpu><model>i987</model></cpu>"));
        var feature =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> compare("<cpu><model>qemu64</model><feature name='magic'/></cpu>"));

        var atStart =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> X86.update(cpu("<cpu><model>i987</model></cpu>"), Optional.of(HOST)));

        assertThat(model).hasMessage("internal error: Unknown CPU model i987");
        assertThat(atStart).hasMessage("internal error: Unknown CPU model i987");
        assertThat(feature).hasMessage("internal error: Unknown CPU feature magic");
    }

    @Test
    void theHostsModelTakesThePlaceOfItsMode() {
        Cpu updated =
                X86.update(
                        cpu("<cpu mode='host-model'><feature policy='disable' name='vmx'/></cpu>"),
                        Optional.of(HOST));

        assertThat(updated.mode()).isEqualTo(Cpu.Mode.CUSTOM);
        assertThat(updated.model()).contains("Haswell");
        assertThat(updated.modelOptions().vendor()).contains("Intel");
        assertThat(updated.features()).containsExactly(new Feature("vmx", FeaturePolicy.DISABLE));
    }

    @Test
    void optionalFeaturesAreDecidedByTheHost() {
        Cpu updated =
                X86.update(
                        cpu(
                                "<cpu><model>Conroe</model><feature policy='optional' name='vmx'/>"
                                        + "<feature policy='optional' name='svm'/></cpu>"),
                        Optional.of(HOST));

        assertThat(updated.features())
                .containsExactly(
                        new Feature("vmx", FeaturePolicy.REQUIRE),
                        new Feature("svm", FeaturePolicy.DISABLE));
    }

    @Test
    void withoutAHostItsModelIsUnknown() {
        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> X86.update(cpu("<cpu mode='host-model'/>"), Optional.empty()));

        assertThat(error.code()).isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
        assertThat(error).hasMessageEndingWith("unknown host CPU model");
    }

    @Test
    void aModelThatTheEmulatorLacksIsReplacedUnlessThatIsForbidden() {
        var offered = List.of(model("qemu64"), model("Conroe"));

        Cpu replaced = X86.translate(cpu("<cpu><model>Penryn</model></cpu>"), offered);

        assertThat(replaced.model()).contains("Conroe");
        assertThat(replaced.features())
                .containsExactly(
                        new Feature("cx16", FeaturePolicy.REQUIRE),
                        new Feature("sse4.1", FeaturePolicy.REQUIRE));
        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () ->
                                X86.translate(
                                        cpu("<cpu><model fallback='forbid'>Penryn</model></cpu>"),
                                        offered));
        assertThat(error).hasMessageEndingWith("CPU model Penryn is not supported by hypervisor");
    }

    private static CpuModel model(String name) {
        return new CpuModel(name, Optional.empty(), Optional.empty(), false, List.of());
    }

    @Test
    void theLiveProcessorTellsWhatTheEmulatorAddedAndLeftOut() {
        FeatureSet all = X86Facts.features(NamedCpu.of("Conroe"));
        FeatureSet made = all.minus(X86Names.feature("pni")).plus(X86Names.feature("hypervisor"));

        Cpu live = X86.live(cpu("<cpu><model>Conroe</model></cpu>"), made, FeatureSet.NONE);

        assertThat(live.features())
                .containsExactly(
                        new Feature("pni", FeaturePolicy.DISABLE),
                        new Feature("hypervisor", FeaturePolicy.REQUIRE));
    }

    @Test
    void aFullCheckRefusesAnyDifference() {
        FeatureSet made = X86Facts.features(NamedCpu.of("Conroe"));
        Cpu guest = cpu("<cpu check='full'><model>Penryn</model></cpu>");

        var error =
                catchThrowableOfType(
                        LibvirtException.class, () -> X86.live(guest, made, FeatureSet.NONE));

        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_FAILED);
        assertThat(error)
                .hasMessage(
                        "operation failed: guest CPU doesn't match specification: missing features:"
                                + " cx16,sse4.1");
    }

    @Test
    void aPassedThroughProcessorHasOnlyTheFeaturesThatAreNamed() {
        FeatureSet made = X86Facts.features(NamedCpu.of("Haswell"));
        Cpu guest =
                cpu(
                        "<cpu mode='host-passthrough'><feature policy='disable' name='avx2'/>"
                                + "<feature policy='require' name='svm'/></cpu>");

        Cpu live = X86.live(guest, made, FeatureSet.NONE);

        assertThat(live.features())
                .containsExactly(
                        new Feature("avx2", FeaturePolicy.REQUIRE),
                        new Feature("svm", FeaturePolicy.DISABLE));
    }
}
