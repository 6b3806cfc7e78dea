package dev.jvirt.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.qemu.TestEmulators;
import dev.jvirt.qemu.cpu.NamedCpu;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CpuPreparationTest {
    private static DomainDefinition update(String cpu, Optional<NamedCpu> host) {
        var definition =
                DomainDefinition.parse(
                        """
                        <domain type='kvm'>
                          <name>web</name>
                          <memory>65536</memory>
                          <os><type arch='x86_64'>hvm</type></os>
                          %s
                        </domain>
                        """
                                .formatted(cpu),
                        ParseFlags.INACTIVE);
        return CpuPreparation.update(
                definition, new TestEmulators().of(TestEmulators.PATH), "x86_64", host);
    }

    @Test
    void theHostsModelIsShownOnDemand() {
        var host = Optional.of(NamedCpu.of("core2duo"));

        Cpu cpu = update("<cpu mode='host-model'/>", host).cpu().orElseThrow();

        assertThat(cpu.mode()).isEqualTo(Cpu.Mode.CUSTOM);
        assertThat(cpu.model()).contains("core2duo");
    }

    @Test
    void aDocumentThatNamesNoProcessorStaysAsItIs() {
        assertThat(update("", Optional.empty()).cpu()).isEmpty();
        assertThat(
                        update(
                                        "<cpu><topology sockets='1' cores='1' threads='1'/></cpu>",
                                        Optional.empty())
                                .cpu()
                                .flatMap(Cpu::model))
                .isEmpty();
    }
}
