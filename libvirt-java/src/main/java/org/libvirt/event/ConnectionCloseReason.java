package org.libvirt.event;

/// Why a connection ended (`virConnectCloseReason`).
public enum ConnectionCloseReason {
    ERROR,
    EOF,
    KEEPALIVE,
    CLIENT,
    UNKNOWN
}
