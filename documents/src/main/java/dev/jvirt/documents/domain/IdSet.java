package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INVALID_ARG;

import dev.jvirt.api.LibvirtException;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A set of processor or node numbers, written `0-3,^2,5`. Immutable.
public final class IdSet {
    private static final int LIMIT = 16384;

    private final BitSet bits;

    private IdSet(BitSet bits) {
        this.bits = bits;
    }

    /// The set of those numbers.
    public static IdSet of(int... ids) {
        var bits = new BitSet();
        for (int id : ids) {
            bits.set(id);
        }
        return new IdSet(bits);
    }

    /// The numbers of a range, both ends included.
    public static IdSet range(int first, int last) {
        var bits = new BitSet();
        bits.set(first, last + 1);
        return new IdSet(bits);
    }

    /// Reads a set.
    public static IdSet parse(String text) {
        var bits = new BitSet();
        for (String part : text.split(",", -1)) {
            String trimmed = part.strip();
            try {
                if (trimmed.startsWith("^")) {
                    int id = number(trimmed.substring(1));
                    if (id < 0 || !bits.get(id)) {
                        throw invalid(text);
                    }
                    bits.clear(id);
                } else {
                    addRange(bits, trimmed, text);
                }
            } catch (NumberFormatException _) {
                throw invalid(text);
            }
        }
        return new IdSet(bits);
    }

    private static void addRange(BitSet bits, String part, String text) {
        int dash = part.indexOf('-');
        int first = number(dash < 0 ? part : part.substring(0, dash).strip());
        int last = dash < 0 ? first : number(part.substring(dash + 1).strip());
        if (first < 0 || last < first || last >= LIMIT) {
            throw invalid(text);
        }
        bits.set(first, last + 1);
    }

    /// A number; negative if it is beyond those of Java.
    private static int number(String text) {
        return Integer.parseUnsignedInt(text);
    }

    private static LibvirtException invalid(String text) {
        return new LibvirtException(INVALID_ARG, "Failed to parse bitmap '%s'".formatted(text));
    }

    /// Reads a set that must have members.
    static IdSet parseNonEmpty(String text, String name) {
        var set = parse(text);
        if (set.isEmpty()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "Invalid value of '%s': %s".formatted(name, text));
        }
        return set;
    }

    /// Whether a number belongs to the set.
    public boolean contains(int id) {
        return bits.get(id);
    }

    /// Whether no number belongs to the set.
    public boolean isEmpty() {
        return bits.isEmpty();
    }

    /// How many numbers belong to the set.
    public int size() {
        return bits.cardinality();
    }

    /// The largest number; -1 if there is none.
    public int last() {
        return bits.length() - 1;
    }

    /// The numbers, smallest first.
    public IntStream ids() {
        return bits.stream();
    }

    /// Whether both sets have a number in common.
    public boolean overlaps(IdSet other) {
        return bits.intersects(other.bits);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IdSet set && bits.equals(set.bits);
    }

    @Override
    public int hashCode() {
        return bits.hashCode();
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int first = bits.nextSetBit(0); first >= 0; ) {
            int end = bits.nextClearBit(first);
            text.append(text.isEmpty() ? "" : ",").append(first);
            if (end > first + 1) {
                text.append('-').append(end - 1);
            }
            first = bits.nextSetBit(end);
        }
        return text.toString();
    }
}
