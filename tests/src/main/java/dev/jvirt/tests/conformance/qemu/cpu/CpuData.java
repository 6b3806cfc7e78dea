package dev.jvirt.tests.conformance.qemu.cpu;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.host.kvm.CpuidLeaf;
import dev.jvirt.qemu.cpu.X86Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// `<cpudata>`: what a processor answered to the questions about itself.
final class CpuData {
    private CpuData() {}

    static X86Facts parse(String text) {
        Element data = XmlParser.parse(text, "cpudata");
        List<CpuidLeaf> answers = new ArrayList<>();
        var registers = new HashMap<Integer, Long>();
        for (Element element : data.children()) {
            if (element.name().equals("cpuid")) {
                answers.add(
                        new CpuidLeaf(
                                number(element, "eax_in"),
                                number(element, "ecx_in"),
                                number(element, "eax"),
                                number(element, "ebx"),
                                number(element, "ecx"),
                                number(element, "edx")));
            } else {
                long high = Integer.toUnsignedLong(number(element, "edx"));
                long low = Integer.toUnsignedLong(number(element, "eax"));
                registers.put(number(element, "index"), high << 32 | low);
            }
        }
        return X86Facts.ofAnswers(answers, registers);
    }

    private static int number(Element element, String name) {
        return element.attribute(name).map(text -> Long.decode(text).intValue()).orElse(0);
    }
}
