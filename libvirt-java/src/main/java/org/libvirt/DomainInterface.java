package org.libvirt;

import dev.jvirt.api.domain.DomainIpAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// A network interface of a guest and its addresses (`virDomainInterface`).
public class DomainInterface {
    /// The name in the guest if the guest was asked, of the host's end otherwise.
    public @Nullable String name;

    /// Its MAC address; null if it has none.
    public @Nullable String hwAddr;

    /// Its addresses.
    public @Nullable Collection<InterfaceAddress> addrs;

    /// An interface of which nothing is known.
    public DomainInterface() {}

    DomainInterface(dev.jvirt.api.domain.DomainInterface known) {
        this.name = known.name();
        this.hwAddr = known.hardwareAddress().orElse(null);
        var addresses = new ArrayList<InterfaceAddress>();
        for (DomainIpAddress address : known.addresses()) {
            addresses.add(
                    new InterfaceAddress(
                            InetAddress.ofLiteral(address.address()), address.prefix()));
        }
        this.addrs = addresses;
    }

    /// An address of a guest (`virDomainIPAddress`).
    public static class InterfaceAddress {
        /// The address.
        public final InetAddress address;

        /// How many leading bits name the network.
        public final int prefixLength;

        /// An address in a network.
        public InterfaceAddress(InetAddress address, int prefixLength) {
            this.address = address;
            this.prefixLength = prefixLength;
        }
    }
}
