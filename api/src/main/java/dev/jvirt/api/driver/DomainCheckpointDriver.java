package dev.jvirt.api.driver;

/// What a driver can do with checkpoints and backups. A driver overrides what it supports; the
/// rest answers NO_SUPPORT.
public interface DomainCheckpointDriver {}
