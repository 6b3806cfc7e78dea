package dev.jvirt.documents.storage;

import static dev.jvirt.api.ErrorCode.INVALID_ARG;
import static dev.jvirt.api.ErrorCode.OVERFLOW;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import java.util.Locale;
import java.util.OptionalLong;

/// Sizes in the documents of pools and volumes: a number and, as an attribute, its unit.
final class StorageSize {
    private StorageSize() {}

    /// The size in bytes in a child element, if there is one.
    static OptionalLong parse(Element parent, String name) {
        var child = parent.child(name).filter(c -> !c.text().isEmpty());
        if (child.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = Numbers.parse(child.get().text(), 10);
        if (number.isEmpty() || number.getAsLong() < 0) {
            throw new LibvirtException(XML_ERROR, "malformed %s element".formatted(name));
        }
        long scale = scale(child.get().attribute("unit").orElse(""));
        if (number.getAsLong() > Long.MAX_VALUE / scale) {
            throw new LibvirtException(
                    OVERFLOW,
                    "value too large: %s%s"
                            .formatted(
                                    child.get().text(), child.get().attribute("unit").orElse("")));
        }
        return OptionalLong.of(number.getAsLong() * scale);
    }

    private static long scale(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || lower.equals("b") || lower.equals("byte") || lower.equals("bytes")) {
            return 1;
        }
        int power = "kmgtpe".indexOf(lower.charAt(0)) + 1;
        String rest = lower.substring(1);
        boolean binary = rest.isEmpty() || rest.equals("ib");
        if (power == 0 || !binary && !rest.equals("b")) {
            throw new LibvirtException(INVALID_ARG, "unknown suffix '%s'".formatted(unit));
        }
        long scale = 1;
        for (int i = 0; i < power; i++) {
            scale *= binary ? 1024 : 1000;
        }
        return scale;
    }
}
