package dev.jvirt.api.domain;

/// How a running domain is confined (`virSecurityLabel`).
public record SecurityLabel(String label, boolean enforcing) {}
