package dev.jvirt.qemu.json;

/// A value of a JSON document. It never changes.
public sealed interface JsonValue
        permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

    /// Appends the value in its compact form, without any whitespace.
    void appendTo(StringBuilder out);

    /// The compact form, without any whitespace.
    default String text() {
        var out = new StringBuilder();
        appendTo(out);
        return out.toString();
    }

    /// Parses one document.
    ///
    /// @throws JsonException if it is not exactly one JSON value
    static JsonValue parse(String text) {
        return JsonParser.parse(text);
    }

    /// Parses one document in UTF-8.
    ///
    /// @throws JsonException if it is not exactly one JSON value
    static JsonValue parse(byte[] utf8, int offset, int length) {
        return JsonParser.parse(utf8, offset, length);
    }
}
