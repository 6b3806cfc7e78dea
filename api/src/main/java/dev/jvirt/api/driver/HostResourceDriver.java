package dev.jvirt.api.driver;

/// What a driver knows of the processors and the memory of its host. A driver overrides what it
/// supports; the rest answers NO_SUPPORT.
public interface HostResourceDriver {}
