package dev.jvirt.api.driver;

/// What a driver can set and tell of the resources of domains: processors, memory, weights. A
/// driver overrides what it supports; the rest answers NO_SUPPORT.
public interface DomainTuningDriver {}
