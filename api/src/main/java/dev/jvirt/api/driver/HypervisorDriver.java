package dev.jvirt.api.driver;

/// What a driver knows of processor models and guest configurations. A driver overrides what it
/// supports; the rest answers NO_SUPPORT.
public interface HypervisorDriver {}
