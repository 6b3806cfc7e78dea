package dev.jvirt.api.domain;

import java.util.List;
import java.util.Optional;

/// A network interface as it is known to whoever was asked for its addresses
/// (`virDomainInterface`).
///
/// @param name in the guest, if the guest was asked; of the host's end otherwise
/// @param hardwareAddress its MAC address; empty if it has none
public record DomainInterface(
        String name, Optional<String> hardwareAddress, List<DomainIpAddress> addresses) {
    public DomainInterface {
        addresses = List.copyOf(addresses);
    }
}
