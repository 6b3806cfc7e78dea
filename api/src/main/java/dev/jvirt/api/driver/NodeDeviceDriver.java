package dev.jvirt.api.driver;

/// What a driver can do with the devices of its host. A driver overrides what it supports; the
/// rest answers NO_SUPPORT.
public interface NodeDeviceDriver {}
