package dev.jvirt.api.domain;

/// Which checkpoint of a domain is meant.
public record DomainCheckpointId(String name, DomainId domain) {}
