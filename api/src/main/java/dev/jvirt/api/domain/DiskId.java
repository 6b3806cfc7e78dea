package dev.jvirt.api.domain;

/// Which disk of a domain is meant.
///
/// @param disk the name of the device in the guest, for example `vda`, or the path of its source;
/// some calls also take one of its backing files, for example `vda[1]`
public record DiskId(DomainId domain, String disk) {}
