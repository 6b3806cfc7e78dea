package dev.jvirt.api.driver;

/// What a driver can do with domains in files: save, restore, dump. A driver overrides what it
/// supports; the rest answers NO_SUPPORT.
public interface DomainSaveDriver {}
