package dev.jvirt.qemu.capabilities;

import java.util.Optional;

/// A property of a processor model as QEMU expands it.
///
/// @param value as text: `true`, a number, or a string
/// @param migratable whether a guest that has it can migrate; absent if it was not asked or is off
public record CpuProperty(String name, Kind kind, String value, Optional<Boolean> migratable) {
    /// The type of the value.
    public enum Kind {
        /// `true` or `false`
        BOOLEAN("boolean"),
        /// a text
        STRING("string"),
        /// a whole number
        NUMBER("number");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /// The name in the capabilities cache.
        public String text() {
            return text;
        }
    }

    /// Whether it is a boolean that is on.
    public boolean isOn() {
        return kind == Kind.BOOLEAN && value.equals("true");
    }

    /// Whether it is a boolean that is off.
    public boolean isOff() {
        return kind == Kind.BOOLEAN && value.equals("false");
    }
}
