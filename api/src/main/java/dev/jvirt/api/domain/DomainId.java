package dev.jvirt.api.domain;

import java.util.UUID;

/// Which domain is meant: the identity that travels between client, daemon and drivers.
///
/// @param name unique among the domains of a host
/// @param uuid unique for ever; drivers look a domain up by it
/// @param id the number of the running domain, -1 while it is shut off
public record DomainId(String name, UUID uuid, int id) {
    /// The id of a domain that does not run.
    public static final int NO_ID = -1;

    /// Whether the domain ran when this was read.
    public boolean isActive() {
        return id != NO_ID;
    }

    /// The same domain with another id.
    public DomainId withId(int newId) {
        return new DomainId(name, uuid, newId);
    }
}
