package dev.jvirt.qemu.command;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.json.JsonArray;
import dev.jvirt.qemu.json.JsonBoolean;
import dev.jvirt.qemu.json.JsonNull;
import dev.jvirt.qemu.json.JsonNumber;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonString;
import dev.jvirt.qemu.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// QEMU's old way to write properties: `type,key=value,key=value`, with commas in values doubled.
public final class OptionSyntax {
    /// How the values of an array are written.
    enum ArrayStyle {
        /// `key.0=a,key.1=b`
        NUMBERED,
        /// numbers as ranges: `key=0-3,key=5`
        RANGES,
        /// objects with one member `str`: `key=a,key=b`
        STRINGS
    }

    private OptionSyntax() {}

    /// A value with its commas doubled.
    public static String escape(String value) {
        return value.replace(",", ",,");
    }

    /// The object without the member `first`, whose value stands at the beginning.
    static String text(JsonObject properties, String first, ArrayStyle style) {
        var parts = new ArrayList<String>();
        parts.add(properties.string(first).orElse(""));
        for (var member : properties.members().entrySet()) {
            if (!member.getKey().equals(first)) {
                append(member.getKey(), member.getValue(), style, parts);
            }
        }
        return String.join(",", parts);
    }

    /// The object, all its members alike.
    static String text(JsonObject properties, ArrayStyle style) {
        var parts = new ArrayList<String>();
        for (var member : properties.members().entrySet()) {
            append(member.getKey(), member.getValue(), style, parts);
        }
        return String.join(",", parts);
    }

    private static void append(String key, JsonValue value, ArrayStyle style, List<String> parts) {
        switch (value) {
            case JsonString string -> parts.add(key + "=" + escape(string.value()));
            case JsonNumber number -> parts.add(key + "=" + number.digits());
            case JsonBoolean bool -> parts.add(key + (bool.value() ? "=on" : "=off"));
            case JsonArray array -> appendArray(key, array, style, parts);
            case JsonObject object -> {
                for (var member : object.members().entrySet()) {
                    append(key + "." + member.getKey(), member.getValue(), style, parts);
                }
            }
            case JsonNull ignored ->
                    throw new LibvirtException(
                            ErrorCode.INTERNAL_ERROR,
                            "NULL JSON type can't be converted to commandline");
        }
    }

    private static void appendArray(
            String key, JsonArray array, ArrayStyle style, List<String> parts) {
        switch (style) {
            case NUMBERED -> {
                for (int i = 0; i < array.size(); i++) {
                    append(key + "." + i, array.values().get(i), style, parts);
                }
            }
            case RANGES -> appendRanges(key, array, parts);
            case STRINGS -> {
                for (JsonObject object : array.objects()) {
                    parts.add(key + "=" + object.string("str").orElse(""));
                }
            }
        }
    }

    private static void appendRanges(String key, JsonArray array, List<String> parts) {
        var numbers = new ArrayList<Long>();
        for (JsonValue value : array.values()) {
            if (value instanceof JsonNumber number) {
                numbers.add(number.asLong());
            }
        }
        numbers.sort(null);
        int i = 0;
        while (i < numbers.size()) {
            int end = i;
            while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
                end++;
            }
            parts.add(
                    end == i
                            ? key + "=" + numbers.get(i)
                            : key + "=" + numbers.get(i) + "-" + numbers.get(end));
            i = end + 1;
        }
    }
}
