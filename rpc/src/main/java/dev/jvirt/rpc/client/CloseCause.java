package dev.jvirt.rpc.client;

/// Why a connection has ended, in libvirt's words and order (`virConnectCloseReason`).
public enum CloseCause {
    /// Reading or writing failed, or the server broke the protocol.
    ERROR,
    /// The server closed it.
    EOF,
    /// The server was silent for too long.
    KEEPALIVE,
    /// This side closed it.
    CLIENT
}
