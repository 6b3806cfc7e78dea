package dev.jvirt.documents.network;

import java.util.Optional;
import java.util.OptionalInt;

/// An IPv4 or IPv6 address.
///
/// @param high the first eight bytes of an IPv6 address
/// @param low the last eight bytes of an IPv6 address, or the four bytes of an IPv4 address
public record InternetAddress(boolean isIpv6, long high, long low) {
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;
    private static final int IPV6_DEFAULT_PREFIX = 64;

    /// An IPv4 address.
    static InternetAddress ipv4(long number) {
        return new InternetAddress(false, 0, number);
    }

    /// The address that a text stands for, if it is one and no name.
    public static Optional<InternetAddress> parse(String text) {
        return text.indexOf(':') < 0 ? Ipv4Text.parse(text) : Ipv6Text.parse(text);
    }

    /// The address so many places further.
    public InternetAddress plus(int places) {
        return isIpv6
                ? new InternetAddress(true, high, low + places)
                : ipv4((low + places) & 0xffffffffL);
    }

    /// How many bits it has.
    public int bits() {
        return isIpv6 ? IPV6_BITS : IPV4_BITS;
    }

    /// The network that it belongs to if the first `prefix` bits name the network.
    public InternetAddress network(int prefix) {
        if (isIpv6) {
            return new InternetAddress(
                    true, high & mask(Math.min(prefix, 64)), low & mask(prefix - 64));
        }
        return ipv4(low & mask(prefix) >>> 32);
    }

    /// The network that it belongs to under a mask.
    public InternetAddress network(InternetAddress mask) {
        return new InternetAddress(isIpv6, high & mask.high, low & mask.low);
    }

    /// The last address of that network.
    InternetAddress broadcast(int prefix) {
        return ipv4(network(prefix).low | 0xFFFFFFFFL & ~(mask(prefix) >>> 32));
    }

    private static long mask(int bits) {
        return bits <= 0 ? 0 : -1L << (64 - bits);
    }

    /// How many bits of this mask are set, if they are the first ones.
    OptionalInt maskBits() {
        int bits = Long.numberOfLeadingZeros(~(low << 32));
        return ipv4(0xFFFFFFFFL).network(bits).equals(this)
                ? OptionalInt.of(bits)
                : OptionalInt.empty();
    }

    /// How many bits name the network if nothing says so: by its class for IPv4, half of them for
    /// IPv6.
    OptionalInt defaultPrefix() {
        if (isIpv6) {
            return OptionalInt.of(IPV6_DEFAULT_PREFIX);
        }
        int first = (int) (low >>> 24);
        if (first < 0x80) {
            return OptionalInt.of(8);
        }
        if (first < 0xC0) {
            return OptionalInt.of(16);
        }
        return first < 0xE0 ? OptionalInt.of(24) : OptionalInt.empty();
    }

    /// Whether it is all zero.
    boolean isZero() {
        return high == 0 && low == 0;
    }

    @Override
    public String toString() {
        return isIpv6 ? Ipv6Text.format(high, low) : Ipv4Text.format(low);
    }
}
