package dev.jvirt.qemu.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// An object whose members keep their order.
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
    /// Without any member.
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    /// An object of these members.
    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /// An empty object to be filled.
    public static Builder builder() {
        return new Builder();
    }

    /// Whether there are no members.
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /// Whether there is such a member, even a `null`.
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /// The member of that name.
    public Optional<JsonValue> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /// The member of that name if it is a string.
    public Optional<String> string(String name) {
        return members.get(name) instanceof JsonString string
                ? Optional.of(string.value())
                : Optional.empty();
    }

    /// The member of that name if it is a whole number; unsigned ones beyond 2^63 as their bits.
    public OptionalLong number(String name) {
        return members.get(name) instanceof JsonNumber number
                ? OptionalLong.of(number.asLong())
                : OptionalLong.empty();
    }

    /// The member of that name if it is a boolean.
    public Optional<Boolean> bool(String name) {
        return members.get(name) instanceof JsonBoolean bool
                ? Optional.of(bool.value())
                : Optional.empty();
    }

    /// Whether the member of that name is `true`.
    public boolean isTrue(String name) {
        return members.get(name) instanceof JsonBoolean bool && bool.value();
    }

    /// The member of that name if it is an object.
    public Optional<JsonObject> object(String name) {
        return members.get(name) instanceof JsonObject object
                ? Optional.of(object)
                : Optional.empty();
    }

    /// The member of that name if it is an array.
    public Optional<JsonArray> array(String name) {
        return members.get(name) instanceof JsonArray array ? Optional.of(array) : Optional.empty();
    }

    /// The objects in the array of that name; none if there is no such array.
    public List<JsonObject> objects(String name) {
        return members.get(name) instanceof JsonArray array ? array.objects() : List.of();
    }

    @Override
    public void appendTo(StringBuilder out) {
        out.append('{');
        String separator = "";
        for (var member : members.entrySet()) {
            out.append(separator);
            JsonString.appendQuoted(member.getKey(), out);
            out.append(':');
            member.getValue().appendTo(out);
            separator = ",";
        }
        out.append('}');
    }

    /// Collects members in order.
    public static final class Builder {
        private final Map<String, JsonValue> members = new LinkedHashMap<>();

        private Builder() {}

        /// Adds or replaces a member.
        public Builder put(String name, JsonValue value) {
            members.put(name, value);
            return this;
        }

        /// Adds a string.
        public Builder put(String name, String value) {
            return put(name, new JsonString(value));
        }

        /// Adds a number.
        public Builder put(String name, long value) {
            return put(name, JsonNumber.of(value));
        }

        /// Adds a boolean.
        public Builder put(String name, boolean value) {
            return put(name, JsonBoolean.of(value));
        }

        /// Adds a string if there is one.
        public Builder putText(String name, Optional<String> value) {
            value.ifPresent(text -> put(name, text));
            return this;
        }

        /// Adds a value if there is one.
        public Builder putValue(String name, Optional<? extends JsonValue> value) {
            value.ifPresent(json -> put(name, json));
            return this;
        }

        /// Adds a boolean if there is one.
        public Builder putBoolean(String name, Optional<Boolean> value) {
            value.ifPresent(bool -> put(name, bool.booleanValue()));
            return this;
        }

        /// Adds a number if it is not 0; negative ones stand for unsigned numbers from 2^63.
        public Builder putUnlessZero(String name, long value) {
            return value == 0 ? this : put(name, JsonNumber.ofUnsigned(value));
        }

        /// Adds a number if there is one.
        public Builder putInt(String name, Optional<Integer> value) {
            value.ifPresent(number -> put(name, number.longValue()));
            return this;
        }

        /// Adds a number if there is one.
        public Builder putNumber(String name, OptionalInt value) {
            value.ifPresent(number -> put(name, number));
            return this;
        }

        /// Adds a number if there is one.
        public Builder putNumber(String name, OptionalLong value) {
            value.ifPresent(number -> put(name, number));
            return this;
        }

        /// Adds `true` if it is true.
        public Builder putTrue(String name, boolean value) {
            return value ? put(name, true) : this;
        }

        /// Adds all members of an object.
        public Builder putAll(JsonObject other) {
            members.putAll(other.members());
            return this;
        }

        /// Whether nothing was added.
        public boolean isEmpty() {
            return members.isEmpty();
        }

        /// The object.
        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
