package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.OptionalLong;

/// `<memtune>`: limits in KiB.
public record MemoryTune(
        OptionalLong hardLimit,
        OptionalLong softLimit,
        OptionalLong minGuarantee,
        OptionalLong swapHardLimit) {
    /// No limit.
    public static final MemoryTune NONE =
            new MemoryTune(
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty());

    /// From this size on a limit is none.
    private static final long UNLIMITED = Long.MAX_VALUE >> 10;

    static MemoryTune parse(Element tune) {
        return new MemoryTune(
                limit(tune, "hard_limit"),
                limit(tune, "soft_limit"),
                guarantee(tune),
                limit(tune, "swap_hard_limit"));
    }

    private static OptionalLong limit(Element tune, String name) {
        OptionalLong size = Scaled.child(tune, name, 1024).kibibytes();
        return size.orElse(UNLIMITED) >= UNLIMITED ? OptionalLong.empty() : size;
    }

    private static OptionalLong guarantee(Element tune) {
        OptionalLong size = Scaled.child(tune, "min_guarantee", 1024).kibibytes();
        return size.orElse(0) == 0 ? OptionalLong.empty() : size;
    }

    void format(XmlWriter out) {
        out.startOptional("memtune");
        hardLimit.ifPresent(l -> out.size("hard_limit", "KiB", l));
        softLimit.ifPresent(l -> out.size("soft_limit", "KiB", l));
        minGuarantee.ifPresent(l -> out.size("min_guarantee", "KiB", l));
        swapHardLimit.ifPresent(l -> out.size("swap_hard_limit", "KiB", l));
        out.end();
    }
}
