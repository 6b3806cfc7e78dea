package org.libvirt.event;

/// Why a guest went to sleep: libvirt does not tell.
public enum PMSuspendReason {
    UNKNOWN
}
