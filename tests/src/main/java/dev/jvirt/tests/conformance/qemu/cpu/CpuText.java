package dev.jvirt.tests.conformance.qemu.cpu;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.documents.xml.XmlWriter;
import dev.jvirt.qemu.cpu.NamedCpu;
import dev.jvirt.qemu.cpu.Signature;
import dev.jvirt.qemu.cpu.X86Facts;
import dev.jvirt.qemu.hostcaps.HostCpu;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Processors as they stand in documents.
final class CpuText {
    private CpuText() {}

    static Cpu parse(String text) {
        return Cpu.parse(XmlParser.parse(text, "cpu"));
    }

    static List<Cpu> parseAll(String text) {
        var cpus = new ArrayList<Cpu>();
        for (Element element : XmlParser.parse(text, "cpus").children("cpu")) {
            cpus.add(Cpu.parse(element));
        }
        return cpus;
    }

    static String guest(Cpu cpu) {
        var out = new XmlWriter();
        cpu.format(out);
        return out.toString();
    }

    static String host(NamedCpu cpu, Optional<Signature> signature) {
        var kind =
                new HostCpu.Kind(
                        cpu.model(),
                        cpu.vendor(),
                        OptionalInt.empty(),
                        signature.map(
                                s -> new HostCpu.Signature(s.family(), s.model(), s.stepping())),
                        cpu.features().stream().map(Cpu.Feature::name).toList());
        var host =
                new HostCpu(
                        "x86_64",
                        kind,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        List.of());
        var out = new XmlWriter();
        host.format(out);
        return out.toString();
    }

    static String signature(X86Facts facts) {
        Signature signature = facts.signature().orElseThrow();
        return """
               %06x
               family:   %3d (0x%02x)
               model:    %3d (0x%02x)
               stepping: %3d (0x%02x)
               """
                .formatted(
                        signature.eax(),
                        signature.family(),
                        signature.family(),
                        signature.model(),
                        signature.model(),
                        signature.stepping(),
                        signature.stepping());
    }
}
