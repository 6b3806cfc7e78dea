package dev.jvirt.api;

/// A domain in files: saved, dumped, its managed save.
///
/// @param domain that it belongs to
public record DomainSaving(Domain domain) {}
