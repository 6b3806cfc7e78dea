package dev.jvirt.bridge;

import dev.jvirt.api.network.IpAddressType;
import dev.jvirt.api.network.NetworkDhcpLease;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.DhcpLease;

/// Addresses that networks gave away.
public final class DhcpLeases {
    private DhcpLeases() {}

    /// A lease as it travels.
    public static DhcpLease remote(NetworkDhcpLease lease) {
        return new DhcpLease(
                lease.bridge(),
                lease.expiryTime(),
                lease.type().code(),
                lease.mac(),
                lease.iaid(),
                lease.address(),
                lease.prefix(),
                lease.hostname(),
                lease.clientId());
    }

    /// A lease that came.
    public static NetworkDhcpLease local(DhcpLease lease) {
        return new NetworkDhcpLease(
                lease.iface(),
                lease.expirytime(),
                IpAddressType.of(lease.type()),
                lease.mac(),
                lease.iaid(),
                lease.ipaddr(),
                lease.prefix(),
                lease.hostname(),
                lease.clientid());
    }
}
