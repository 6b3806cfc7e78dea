package dev.jvirt.api.domain;

/// Which snapshot of a domain is meant.
public record DomainSnapshotId(String name, DomainId domain) {}
