package org.libvirt;

/// How deep a guest sleeps (`virNodeSuspendTarget`).
public enum SuspendTarget {
    MEMORY,
    DISK,
    HYBRID
}
