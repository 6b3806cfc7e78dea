package dev.jvirt.api;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// A set of CPUs of the host, by their numbers; it never changes.
///
/// On the wire and in C it is an array of bytes (`VIR_CPU_MAPLEN` of them, filled with
/// `VIR_USE_CPU` and asked with `VIR_CPU_USABLE`): CPU n is the bit n % 8, counted from the lowest,
/// of the byte n / 8. CPUs that an array is too short for are not in the set.
///
/// ```java
/// domain.vcpus().pin(0, CpuMap.parse("0-3,^2"), Flags.of(DomainAffectFlag.LIVE));
/// ```
public final class CpuMap {
    private static final CpuMap NONE = new CpuMap(new BitSet());

    /// No CPU can have a larger number in text, as in libvirt.
    private static final int HIGHEST = 131_071;

    private final BitSet bits;

    private CpuMap(BitSet bits) {
        this.bits = bits;
    }

    /// No CPU.
    public static CpuMap none() {
        return NONE;
    }

    /// The given CPUs.
    ///
    /// @throws LibvirtException INVALID_ARG for a negative number
    public static CpuMap of(int... cpus) {
        var bits = new BitSet();
        for (int cpu : cpus) {
            if (cpu < 0) {
                throw invalid(Integer.toString(cpu));
            }
            bits.set(cpu);
        }
        return new CpuMap(bits);
    }

    /// All CPUs from `first` to `last`, both included.
    ///
    /// @throws LibvirtException INVALID_ARG if `first` is negative or greater than `last`
    public static CpuMap range(int first, int last) {
        if (first < 0 || last < first) {
            throw invalid(first + "-" + last);
        }
        var bits = new BitSet();
        bits.set(first, last + 1);
        return new CpuMap(bits);
    }

    /// The CPUs whose bits are set in an array as libvirt has it.
    public static CpuMap ofBytes(byte[] map) {
        return new CpuMap(BitSet.valueOf(map));
    }

    /// The CPUs of a list as libvirt's documents and tools write it: numbers and ranges parted by
    /// commas, where `^` takes a CPU out again, for example `0-3,^2,5`.
    ///
    /// @throws LibvirtException INVALID_ARG if the text is no such list
    public static CpuMap parse(String list) {
        var bits = new BitSet();
        for (String part : list.split(",", -1)) {
            String range = part.strip();
            if (range.startsWith("^")) {
                bits.clear(number(range.substring(1), list));
                continue;
            }
            int dash = range.indexOf('-');
            int first = number(dash < 0 ? range : range.substring(0, dash), list);
            int last = dash < 0 ? first : number(range.substring(dash + 1), list);
            if (last < first) {
                throw invalid(list);
            }
            bits.set(first, last + 1);
        }
        return new CpuMap(bits);
    }

    private static int number(String text, String list) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= HIGHEST && text.charAt(0) != '+') {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new LibvirtException(ErrorCode.INVALID_ARG, unreadable(list), e);
        }
        throw invalid(list);
    }

    private static LibvirtException invalid(String list) {
        return new LibvirtException(ErrorCode.INVALID_ARG, unreadable(list));
    }

    private static String unreadable(String list) {
        return "Failed to parse bitmap '%s'".formatted(list);
    }

    /// Whether the CPU is in the set.
    public boolean has(int cpu) {
        return cpu >= 0 && bits.get(cpu);
    }

    /// Whether no CPU is in the set.
    public boolean isEmpty() {
        return bits.isEmpty();
    }

    /// How many CPUs are in the set.
    public int count() {
        return bits.cardinality();
    }

    /// The numbers of the CPUs, ascending.
    public IntStream cpus() {
        return bits.stream();
    }

    /// This set and the CPU.
    ///
    /// @throws LibvirtException INVALID_ARG for a negative number
    public CpuMap with(int cpu) {
        var more = of(cpu).bits;
        more.or(bits);
        return new CpuMap(more);
    }

    /// This set without the CPU.
    public CpuMap without(int cpu) {
        var fewer = (BitSet) bits.clone();
        if (cpu >= 0) {
            fewer.clear(cpu);
        }
        return new CpuMap(fewer);
    }

    /// The set as libvirt's array, as short as it can be: at least one byte long.
    public byte[] toBytes() {
        return toBytes(Math.max(1, (bits.length() + 7) / 8));
    }

    /// The set as libvirt's array of that length; CPUs that it is too short for are left out.
    public byte[] toBytes(int length) {
        return Arrays.copyOf(bits.toByteArray(), length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CpuMap map && map.bits.equals(bits);
    }

    @Override
    public int hashCode() {
        return bits.hashCode();
    }

    /// The set as a list in libvirt's form, for example `0-3,5`; empty text if it is empty.
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int first = bits.nextSetBit(0); first >= 0; ) {
            int last = bits.nextClearBit(first) - 1;
            text.append(text.isEmpty() ? "" : ",").append(first);
            if (last > first) {
                text.append('-').append(last);
            }
            first = bits.nextSetBit(last + 1);
        }
        return text.toString();
    }
}
