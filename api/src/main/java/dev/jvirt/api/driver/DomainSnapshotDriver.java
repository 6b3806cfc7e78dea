package dev.jvirt.api.driver;

/// What a driver can do with snapshots. A driver overrides what it supports; the rest answers
/// NO_SUPPORT.
public interface DomainSnapshotDriver {}
