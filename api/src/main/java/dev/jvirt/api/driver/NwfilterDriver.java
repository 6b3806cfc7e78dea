package dev.jvirt.api.driver;

/// What a driver can do with network filters and their bindings. A driver overrides what it
/// supports; the rest answers NO_SUPPORT.
public interface NwfilterDriver {}
