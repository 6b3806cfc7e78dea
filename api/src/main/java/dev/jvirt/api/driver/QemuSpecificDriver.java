package dev.jvirt.api.driver;

/// What only a driver of QEMU can do. A driver overrides what it supports; the rest answers
/// NO_SUPPORT.
public interface QemuSpecificDriver {}
