package dev.jvirt.api.domain;

import dev.jvirt.api.network.IpAddressType;

/// An address of a guest (`virDomainIPAddress`).
///
/// @param address in the usual notation
/// @param prefix how many leading bits name the network
public record DomainIpAddress(IpAddressType type, String address, int prefix) {}
