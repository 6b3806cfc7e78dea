package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalLong;

/// How much memory a domain has, in KiB, and where it comes from.
///
/// @param total all memory at boot, plugged devices included; 0 until it is known
/// @param current what the balloon leaves; 0 until it is known
/// @param max to how much it can be plugged; 0 if it cannot
/// @param slots how many devices can be plugged
/// @param dumpCore whether a core dump of the emulator contains it
public record Memory(
        long total,
        long current,
        long max,
        int slots,
        Optional<Boolean> dumpCore,
        MemoryTune tune,
        MemoryBacking backing) {

    /// Whether memory can be plugged.
    public boolean hasHotplug() {
        return max > 0 || slots > 0;
    }

    /// The same with another total.
    public Memory withTotal(long value) {
        return new Memory(value, current, max, slots, dumpCore, tune, backing);
    }

    /// The same with another balloon.
    public Memory withCurrent(long value) {
        return new Memory(total, value, max, slots, dumpCore, tune, backing);
    }

    /// The same with another maximum.
    public Memory withMax(long value) {
        return new Memory(total, current, value, slots, dumpCore, tune, backing);
    }

    /// The same with other limits.
    public Memory withTune(MemoryTune value) {
        return new Memory(total, current, max, slots, dumpCore, value, backing);
    }

    /// The same from elsewhere.
    public Memory withBacking(MemoryBacking value) {
        return new Memory(total, current, max, slots, dumpCore, tune, value);
    }

    static Memory parse(Element domain) {
        var memory = domain.child("memory");
        return new Memory(
                size(domain, "memory"),
                size(domain, "currentMemory"),
                size(domain, "maxMemory"),
                slots(domain),
                memory.flatMap(m -> m.onOff("dumpCore")),
                domain.child("memtune").map(MemoryTune::parse).orElse(MemoryTune.NONE),
                domain.child("memoryBacking").map(MemoryBacking::parse).orElse(MemoryBacking.NONE));
    }

    private static long size(Element domain, String name) {
        return Scaled.first(domain, name, 1024).kibibytes().orElse(0);
    }

    private static int slots(Element domain) {
        var text =
                domain.child("maxMemory")
                        .flatMap(m -> m.attribute("slots"))
                        .filter(s -> !s.isEmpty());
        if (text.isEmpty()) {
            return 0;
        }
        OptionalLong number = Numbers.parse(text.get(), 10);
        if (number.orElse(-1) < 0 || number.getAsLong() > Integer.MAX_VALUE) {
            throw new LibvirtException(XML_ERROR, "Failed to parse memory slot count");
        }
        return (int) number.getAsLong();
    }

    void format(XmlWriter out) {
        if (hasHotplug()) {
            out.start("maxMemory")
                    .attribute("slots", slots)
                    .attribute("unit", "KiB")
                    .text(max)
                    .end();
        }
        out.start("memory").onOff("dumpCore", dumpCore).attribute("unit", "KiB").text(total).end();
        out.size("currentMemory", "KiB", current);
    }
}
