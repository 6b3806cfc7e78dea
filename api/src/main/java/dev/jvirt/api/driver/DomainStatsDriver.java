package dev.jvirt.api.driver;

/// What a driver can count of domains, and how it tells of their jobs. A driver overrides what
/// it supports; the rest answers NO_SUPPORT.
public interface DomainStatsDriver {}
