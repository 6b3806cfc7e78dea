package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.INVALID_ARG;
import static dev.jvirt.api.ErrorCode.OVERFLOW;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// A size with a unit.
///
/// @param bytes the size in bytes; absent if there is no such element
record Scaled(OptionalLong bytes) {
    private static final long KIBI = 1024;

    /// The text of a child element with its `unit` attribute.
    ///
    /// @param defaultScale bytes that a number without unit counts
    static Scaled child(Element parent, String name, long defaultScale) {
        return child(parent, name, name, defaultScale);
    }

    /// The same, where an error says that it speaks of the first of several.
    static Scaled first(Element parent, String name, long defaultScale) {
        return child(parent, name, name + "[1]", defaultScale);
    }

    private static Scaled child(Element parent, String name, String place, long defaultScale) {
        var child = parent.child(name);
        if (child.isEmpty() || child.get().text().isEmpty()) {
            return new Scaled(OptionalLong.empty());
        }
        return of(child.get().text(), child.get().attribute("unit"), place, defaultScale);
    }

    /// The text of a child element that must be there.
    static Scaled required(Element parent, String name, long defaultScale) {
        var found = child(parent, name, defaultScale);
        if (found.bytes.isEmpty()) {
            throw new LibvirtException(
                    ErrorDomain.XML,
                    XML_ERROR,
                    "missing element or attribute './%s'".formatted(name));
        }
        return found;
    }

    /// An attribute with a `unit` attribute beside it.
    static Scaled attribute(Element element, String name, long defaultScale) {
        var value = element.attribute(name).filter(v -> !v.isEmpty());
        if (value.isEmpty()) {
            return new Scaled(OptionalLong.empty());
        }
        return of(value.get(), element.attribute("unit"), '@' + name, defaultScale);
    }

    /// A number, its unit, and where both were found.
    static Scaled of(String text, Optional<String> unit, String place, long defaultScale) {
        OptionalLong number = Numbers.parse(text, 10);
        if (number.isEmpty() || number.getAsLong() < 0) {
            throw new LibvirtException(
                    ErrorDomain.XML,
                    XML_ERROR,
                    "Invalid value '%s' for element or attribute './%s'".formatted(text, place));
        }
        long scale = unit.filter(u -> !u.isEmpty()).map(Scaled::scale).orElse(defaultScale);
        if (number.getAsLong() > Long.MAX_VALUE / scale) {
            throw new LibvirtException(OVERFLOW, "value too large: %s".formatted(text));
        }
        return new Scaled(OptionalLong.of(number.getAsLong() * scale));
    }

    /// How many bytes a unit counts: `b`, `bytes`, `KB` (1000), `KiB` or `k` (1024), and so on.
    private static long scale(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        if (lower.equals("b") || lower.equals("byte") || lower.equals("bytes")) {
            return 1;
        }
        long base;
        if (lower.length() == 1 || lower.substring(1).equals("ib")) {
            base = KIBI;
        } else if (lower.substring(1).equals("b")) {
            base = 1000;
        } else {
            throw unknown(unit);
        }
        int power = "kmgtpe".indexOf(lower.charAt(0)) + 1;
        if (power == 0) {
            throw unknown(unit);
        }
        long scale = 1;
        for (int i = 0; i < power; i++) {
            scale *= base;
        }
        return scale;
    }

    private static LibvirtException unknown(String unit) {
        return new LibvirtException(INVALID_ARG, "unknown suffix '%s'".formatted(unit));
    }

    /// The size in KiB, rounded up.
    OptionalLong kibibytes() {
        return bytes.isEmpty() ? bytes : OptionalLong.of((bytes.getAsLong() + KIBI - 1) / KIBI);
    }

    /// The size unless it is 0.
    OptionalLong positive() {
        return bytes.isPresent() && bytes.getAsLong() == 0 ? OptionalLong.empty() : bytes;
    }
}
