package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import java.util.OptionalInt;

/// The addresses from one to another.
public record AddressRange(InternetAddress start, InternetAddress end) {
    private static final int LARGEST = 65535;

    /// Refuses a range that cannot be one.
    void check() {
        requireFamily();
        requireOrder();
    }

    /// Refuses a range that cannot be one of a network.
    ///
    /// @param address one of the network's addresses
    /// @param prefix how many bits name the network; absent if it cannot be said
    void checkIn(InternetAddress address, OptionalInt prefix) {
        requireFamily();
        if (start.isIpv6() != address.isIpv6()) {
            throw refused(
                    "mismatch of address family in range %s for network %s"
                            .formatted(this, address));
        }
        if (prefix.isEmpty()) {
            throw new LibvirtException(
                    INTERNAL_ERROR,
                    "bad prefix -1 for network %s when  checking range %s"
                            .formatted(address, this));
        }
        int bits = prefix.getAsInt();
        String network = address + "/" + bits;
        var wanted = address.network(bits);
        if (!start.network(bits).equals(wanted) || !end.network(bits).equals(wanted)) {
            throw refused("range %s is not entirely within network %s".formatted(this, network));
        }
        requireOrder();
        if (!start.isIpv6() && start.equals(wanted)) {
            throw refused(
                    "start of range %s in network %s is the network address"
                            .formatted(this, network));
        }
        if (!end.isIpv6() && end.equals(address.broadcast(bits))) {
            throw refused(
                    "end of range %s in network %s is the broadcast address"
                            .formatted(this, network));
        }
    }

    private void requireFamily() {
        if (start.isIpv6() != end.isIpv6()) {
            throw refused("mismatch of address family in range %s".formatted(this));
        }
    }

    private void requireOrder() {
        boolean sameStart = start.high() == end.high();
        if (start.isIpv6()
                && (Long.compareUnsigned(start.high(), end.high()) > 0
                        || sameStart && Long.compareUnsigned(start.low(), end.low()) > 0)) {
            throw refused("range %s start larger than end".formatted(this));
        }
        if (!start.isIpv6() && start.low() > end.low()) {
            throw refused("range %s is reversed ".formatted(this));
        }
        boolean large =
                start.isIpv6()
                        ? !sameStart || start.low() >>> 16 != end.low() >>> 16
                        : end.low() - start.low() > LARGEST;
        if (large) {
            throw refused("range %s is too large (> 65535)".formatted(this));
        }
    }

    private static LibvirtException refused(String message) {
        return new LibvirtException(INTERNAL_ERROR, message);
    }

    @Override
    public String toString() {
        return start + " - " + end;
    }
}
