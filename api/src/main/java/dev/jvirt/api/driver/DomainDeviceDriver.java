package dev.jvirt.api.driver;

/// What a driver can do with the devices of domains. A driver overrides what it supports; the
/// rest answers NO_SUPPORT.
public interface DomainDeviceDriver {}
