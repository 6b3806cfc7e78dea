package dev.jvirt.api.driver;

/// What a driver can do inside guests, mostly through their agents. A driver overrides what it
/// supports; the rest answers NO_SUPPORT.
public interface DomainGuestDriver {}
