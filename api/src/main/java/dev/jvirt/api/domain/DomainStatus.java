package dev.jvirt.api.domain;

/// The state of a domain and why it is in it (`virDomainGetState`).
public record DomainStatus(DomainState state, DomainStateReason reason) {}
