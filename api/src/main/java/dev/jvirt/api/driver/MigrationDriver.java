package dev.jvirt.api.driver;

/// What a driver can do to move domains between hosts. A driver overrides what it supports; the
/// rest answers NO_SUPPORT.
public interface MigrationDriver {}
