package dev.jvirt.qemu.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.Feature;
import dev.jvirt.documents.domain.Cpu.FeaturePolicy;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.qemu.json.JsonValue;
import dev.jvirt.qemu.monitor.MonitorCommand;
import dev.jvirt.qemu.monitor.MonitorReply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveCpuTest {
    private static DomainDefinition domain(String type, String arch, String cpu) {
        return DomainDefinition.parse(
                """
                <domain type='%s'>
                  <name>web</name>
                  <memory>65536</memory>
                  <os><type arch='%s'>hvm</type></os>
                  %s
                </domain>
                """
                        .formatted(type, arch, cpu),
                ParseFlags.INACTIVE);
    }

    private static LiveCpu pentium() {
        return LiveCpu.of(domain("qemu", "x86_64", "<cpu><model>pentium</model></cpu>"))
                .orElseThrow();
    }

    private static MonitorReply reply(String json) {
        return new MonitorReply(
                "qom-get", Optional.of(JsonValue.parse(json)), "", Optional.empty());
    }

    @Test
    void onlyNamedX86ProcessorsAreAskedFor() {
        String named = "<cpu><model>pentium</model></cpu>";

        assertThat(LiveCpu.of(domain("qemu", "x86_64", named))).isPresent();
        assertThat(LiveCpu.of(domain("qemu", "aarch64", named))).isEmpty();
        assertThat(LiveCpu.of(domain("qemu", "x86_64", ""))).isEmpty();
        assertThat(LiveCpu.of(domain("kvm", "x86_64", "<cpu mode='host-passthrough'/>"))).isEmpty();
    }

    @Test
    void registersAreAskedForWhereTheyCanBeThere() {
        var kvm = LiveCpu.of(domain("kvm", "x86_64", "<cpu><model>pentium</model></cpu>"));

        List<MonitorCommand> questions = pentium().questions("/machine/cpu");

        assertThat(questions)
                .extracting(question -> question.arguments().string("property").orElseThrow())
                .containsExactly("feature-words", "unavailable-features");
        assertThat(kvm.orElseThrow().questions("/machine/cpu")).hasSizeGreaterThan(8);
    }

    @Test
    void wordsOfFeaturesMakeTheLiveProcessor() {
        // A Pentium (fpu vme de pse tsc msr mce cx8 mmx) without its first and last feature.
        String words =
                """
                [{"cpuid-register": "EDX", "cpuid-input-eax": 1, "features": 446},
                 {"cpuid-register": "ECX", "cpuid-input-eax": 1, "features": 2147483648}]
                """;

        Cpu live = pentium().read(List.of(reply(words), reply("[\"mmx\", \"x-odd\"]"))).get();

        assertThat(live.policy().check()).contains(Cpu.Check.FULL);
        assertThat(live.features())
                .containsExactly(
                        new Feature("fpu", FeaturePolicy.DISABLE),
                        new Feature("mmx", FeaturePolicy.DISABLE),
                        new Feature("hypervisor", FeaturePolicy.REQUIRE));
    }

    @Test
    void anEmulatorThatDoesNotTellChangesNothing() {
        var refused =
                new MonitorReply(
                        "qom-get", Optional.empty(), "GenericError", Optional.of("no property"));

        assertThat(pentium().read(List.of(refused, refused))).isEmpty();
    }
}
