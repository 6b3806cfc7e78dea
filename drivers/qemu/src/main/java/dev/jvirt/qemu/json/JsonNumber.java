package dev.jvirt.qemu.json;

/// A number, kept as its text, so that it is printed as it was read.
public record JsonNumber(String digits) implements JsonValue {
    /// A whole number.
    public static JsonNumber of(long value) {
        return new JsonNumber(Long.toString(value));
    }

    /// A whole number without sign.
    public static JsonNumber ofUnsigned(long value) {
        return new JsonNumber(Long.toUnsignedString(value));
    }

    /// The number as a `long`; numbers from 2^63 to 2^64-1 come out as their bits.
    ///
    /// @throws JsonException if it is not whole or out of range
    public long asLong() {
        try {
            return digits.startsWith("-") ? Long.parseLong(digits) : Long.parseUnsignedLong(digits);
        } catch (NumberFormatException e) {
            throw new JsonException("not a whole number: " + digits, e);
        }
    }

    /// The number as an `int`.
    ///
    /// @throws JsonException if it is not whole or out of range
    public int asInt() {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new JsonException("not a whole number of 32 bits: " + digits, e);
        }
    }

    @Override
    public void appendTo(StringBuilder out) {
        out.append(digits);
    }
}
