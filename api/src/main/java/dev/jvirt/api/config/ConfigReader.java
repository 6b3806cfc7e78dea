package dev.jvirt.api.config;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes typed values out of a configuration file. Every refusal names the file, the line and the
/// key; what nobody took is refused at the end.
public final class ConfigReader {
    private static final long MAX_UNSIGNED = 0xffff_ffffL;

    private final String file;
    private final Map<String, ConfigEntry> entries = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();

    /// @param file names the text in errors
    public ConfigReader(String file, String text) {
        this.file = file;
        for (ConfigEntry entry : new ConfigParser(file, text).parse()) {
            // The first of several statements counts, as in libvirt.
            entries.putIfAbsent(entry.name(), entry);
        }
    }

    /// A string.
    public Optional<String> text(String key) {
        ConfigEntry entry = take(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof ConfigValue.Text(String text)) {
            return Optional.of(text);
        }
        throw refuse(key, "expected a string for '%s' parameter".formatted(key));
    }

    /// A list of strings; empty if it is absent.
    public List<String> texts(String key) {
        ConfigEntry entry = take(key);
        var texts = new ArrayList<String>();
        if (entry == null) {
            return texts;
        }
        if (!(entry.value() instanceof ConfigValue.Items(List<ConfigValue> items))) {
            throw refuse(key, "expected a string list for '%s' parameter".formatted(key));
        }
        for (ConfigValue item : items) {
            if (!(item instanceof ConfigValue.Text(String text))) {
                throw refuse(key, "expected a string list for '%s' parameter".formatted(key));
            }
            texts.add(text);
        }
        return texts;
    }

    /// 0 or 1.
    public boolean bool(String key, boolean otherwise) {
        Long number = whole(key, "a bool");
        if (number == null) {
            return otherwise;
        }
        if (number != 0 && number != 1) {
            throw refuse(key, "value for '%s' parameter must be 0 or 1".formatted(key));
        }
        return number == 1;
    }

    /// A number that fits a C `int`.
    public int signed(String key, int otherwise) {
        Long number = whole(key, "a signed integer");
        if (number == null) {
            return otherwise;
        }
        if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
            throw refuse(
                    key,
                    "value for '%s' parameter must be in range %d:%d"
                            .formatted(key, Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
        return number.intValue();
    }

    /// A number that fits a C `unsigned int`; what lies above our `int` counts as its largest.
    public int unsigned(String key, int otherwise) {
        Long number = whole(key, "an unsigned integer");
        if (number == null) {
            return otherwise;
        }
        if (number < 0) {
            throw refuse(key, "expected an unsigned integer for '%s' parameter".formatted(key));
        }
        if (number > MAX_UNSIGNED) {
            throw refuse(
                    key,
                    "value for '%s' parameter must be in range 0:%d".formatted(key, MAX_UNSIGNED));
        }
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    /// Whether the file has the key.
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /// An error about the value of a key.
    public LibvirtException refuse(String key, String detail) {
        ConfigEntry entry = entries.get(key);
        String place = entry == null ? file : file + ":" + entry.line();
        return new LibvirtException(
                ErrorDomain.CONF, ErrorCode.CONFIG_UNSUPPORTED, place + ": " + detail);
    }

    /// Refuses the first key that was not asked for.
    public void finish() {
        for (ConfigEntry entry : entries.values()) {
            if (!known.contains(entry.name())) {
                throw refuse(entry.name(), "unknown key '%s'".formatted(entry.name()));
            }
        }
    }

    private @Nullable Long whole(String key, String kind) {
        ConfigEntry entry = take(key);
        if (entry == null) {
            return null;
        }
        if (entry.value() instanceof ConfigValue.Whole(long number)) {
            return number;
        }
        throw refuse(key, "expected %s for '%s' parameter".formatted(kind, key));
    }

    private @Nullable ConfigEntry take(String key) {
        known.add(key);
        return entries.get(key);
    }
}
