package dev.jvirt.qemu.config;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.file.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A configuration file and what stands in it.
public final class ConfigFile {
    private final String name;
    private final Map<String, Object> values;

    private ConfigFile(String name, Map<String, Object> values) {
        this.name = name;
        this.values = values;
    }

    /// Reads a file; one that is not there is empty.
    ///
    /// @throws LibvirtException CONF_SYNTAX, naming file and line, or SYSTEM_ERROR
    public static ConfigFile read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException missing) {
            return new ConfigFile(file.toString(), Map.of());
        } catch (IOException failure) {
            throw new LibvirtException(
                    ErrorDomain.CONF,
                    ErrorCode.SYSTEM_ERROR,
                    "Failed to open file '%s': %s".formatted(file, Reason.of(failure)),
                    failure);
        }
    }

    /// Reads a text.
    ///
    /// @param name names it in errors
    public static ConfigFile parse(String name, String text) {
        return new ConfigFile(name, new ConfigSyntax(name, text).parse());
    }

    /// A string.
    public Optional<String> text(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw refuse("expected a string for '%s' parameter".formatted(key));
    }

    /// One string, or a list of them.
    public List<String> texts(String key) {
        Object value = values.get(key);
        if (value instanceof String text) {
            return List.of(text);
        }
        var texts = new ArrayList<String>();
        if (value instanceof List<?> items) {
            for (Object item : items) {
                if (!(item instanceof String text)) {
                    throw refuse("expected a string list for '%s' parameter".formatted(key));
                }
                texts.add(text);
            }
        } else if (value != null) {
            throw refuse("expected a string or string list for '%s' parameter".formatted(key));
        }
        return texts;
    }

    /// 0 or 1.
    public Optional<Boolean> bool(String key) {
        Optional<Long> number = number(key, "a bool");
        if (number.filter(n -> n != 0 && n != 1).isPresent()) {
            throw refuse("value for '%s' parameter must be 0 or 1".formatted(key));
        }
        return number.map(n -> n == 1);
    }

    /// A number between two bounds.
    public Optional<Integer> number(String key, int least, int most) {
        Optional<Long> number = number(key, "an unsigned integer");
        if (number.filter(n -> n < least || n > most).isPresent()) {
            throw refuse(
                    "value for '%s' parameter must be in range %d:%d".formatted(key, least, most));
        }
        return number.map(Long::intValue);
    }

    private Optional<Long> number(String key, String kind) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Long number) {
            return Optional.of(number);
        }
        throw refuse("expected %s for '%s' parameter".formatted(kind, key));
    }

    /// An error about what stands in the file.
    public LibvirtException refuse(String detail) {
        return new LibvirtException(
                ErrorDomain.CONF, ErrorCode.INTERNAL_ERROR, "%s: %s".formatted(name, detail));
    }
}
