package dev.jvirt.qemu.json;

import java.util.ArrayList;
import java.util.List;

/// An array.
public record JsonArray(List<JsonValue> values) implements JsonValue {
    /// Without any value.
    public static final JsonArray EMPTY = new JsonArray(List.of());

    /// An array of these values.
    public JsonArray {
        values = List.copyOf(values);
    }

    /// An array of strings.
    public static JsonArray ofStrings(List<String> texts) {
        var values = new ArrayList<JsonValue>(texts.size());
        for (String text : texts) {
            values.add(new JsonString(text));
        }
        return new JsonArray(values);
    }

    /// How many values there are.
    public int size() {
        return values.size();
    }

    /// The objects among the values.
    public List<JsonObject> objects() {
        var objects = new ArrayList<JsonObject>(values.size());
        for (JsonValue value : values) {
            if (value instanceof JsonObject object) {
                objects.add(object);
            }
        }
        return objects;
    }

    /// The strings among the values.
    public List<String> strings() {
        var strings = new ArrayList<String>(values.size());
        for (JsonValue value : values) {
            if (value instanceof JsonString string) {
                strings.add(string.value());
            }
        }
        return strings;
    }

    @Override
    public void appendTo(StringBuilder out) {
        out.append('[');
        String separator = "";
        for (JsonValue value : values) {
            out.append(separator);
            value.appendTo(out);
            separator = ",";
        }
        out.append(']');
    }
}
