package dev.jvirt.daemon.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Puts attributes together.
final class Attributes {
    private final Map<String, String> values = new LinkedHashMap<>();

    /// Both of them.
    static Map<String, String> with(Map<String, String> first, Map<String, String> second) {
        var both = new LinkedHashMap<>(first);
        both.putAll(second);
        return both;
    }

    Attributes put(String name, Optional<String> value) {
        value.ifPresent(known -> values.put(name, known));
        return this;
    }

    Attributes putAll(Map<String, String> more) {
        values.putAll(more);
        return this;
    }

    Map<String, String> get() {
        return values;
    }
}
