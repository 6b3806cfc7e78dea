package dev.jvirt.host.node;

import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Some of the host's processors or cells, written as the kernel does: `0-3,8`.
public final class CpuSet {
    private static final int HIGHEST = 1 << 20;

    private final BitSet members;

    private CpuSet(BitSet members) {
        this.members = members;
    }

    /// The set of these numbers.
    public static CpuSet of(int... numbers) {
        var members = new BitSet();
        for (int number : numbers) {
            members.set(number);
        }
        return new CpuSet(members);
    }

    /// The numbers from 0 to `count` - 1.
    public static CpuSet first(int count) {
        var members = new BitSet();
        members.set(0, count);
        return new CpuSet(members);
    }

    /// Reads a list; an empty text is the empty set.
    ///
    /// @throws IllegalArgumentException naming the text, if it is none
    public static CpuSet parse(String text) {
        var members = new BitSet();
        for (String part : text.isBlank() ? new String[0] : text.strip().split(",", -1)) {
            int hyphen = part.indexOf('-');
            try {
                int first = Integer.parseInt(hyphen < 0 ? part : part.substring(0, hyphen));
                int last = hyphen < 0 ? first : Integer.parseInt(part.substring(hyphen + 1));
                if (last > HIGHEST) {
                    throw new IllegalArgumentException("number too large in '" + text + "'");
                }
                members.set(first, last + 1);
            } catch (IndexOutOfBoundsException | NumberFormatException malformed) {
                throw new IllegalArgumentException("not a list of CPUs: '" + text + "'", malformed);
            }
        }
        return new CpuSet(members);
    }

    /// Whether it has this number.
    public boolean contains(int number) {
        return members.get(number);
    }

    /// How many it has.
    public int size() {
        return members.cardinality();
    }

    /// One more than the highest number; 0 if it is empty.
    public int length() {
        return members.length();
    }

    /// Its numbers in their order.
    public IntStream stream() {
        return members.stream();
    }

    /// Its numbers in their order.
    Set<Integer> numbers() {
        return members.stream().boxed().collect(TreeSet::new, Set::add, Set::addAll);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CpuSet set && members.equals(set.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /// As a list, with `-` between neighbours.
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int first = members.nextSetBit(0); first >= 0; ) {
            int end = members.nextClearBit(first);
            text.append(text.isEmpty() ? "" : ",").append(first);
            if (end - first > 1) {
                text.append('-').append(end - 1);
            }
            first = members.nextSetBit(end);
        }
        return text.toString();
    }
}
