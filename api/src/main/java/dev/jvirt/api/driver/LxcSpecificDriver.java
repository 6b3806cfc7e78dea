package dev.jvirt.api.driver;

/// What only a driver of containers can do. A driver overrides what it supports; the rest answers
/// NO_SUPPORT.
public interface LxcSpecificDriver {}
