package dev.jvirt.api.network;

import java.util.Optional;

/// An address that a network gave to a client for a time (`virNetworkDHCPLease`).
///
/// @param bridge the interface of the host that the client is connected to
/// @param expiryTime in seconds since 1970
/// @param type of the address
/// @param mac of the client; empty if it is not known, as with IPv6 it may be
/// @param iaid identity association of the client, only with IPv6
/// @param address that it was given
/// @param prefix length of the network's part of the address, in bits
/// @param hostname that the client told
/// @param clientId that the client told: client id of IPv4, DUID of IPv6
public record NetworkDhcpLease(
        String bridge,
        long expiryTime,
        IpAddressType type,
        Optional<String> mac,
        Optional<String> iaid,
        String address,
        int prefix,
        Optional<String> hostname,
        Optional<String> clientId) {}
