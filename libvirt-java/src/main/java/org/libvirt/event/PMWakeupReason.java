package org.libvirt.event;

/// Why a guest woke up: libvirt does not tell.
public enum PMWakeupReason {
    UNKNOWN
}
