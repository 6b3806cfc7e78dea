package dev.jvirt.flight.file;

/// Which way a frame went.
public enum Direction {
    /// From the client.
    TO_SERVER,
    /// From the server.
    TO_CLIENT;

    /// The other way.
    public Direction back() {
        return this == TO_SERVER ? TO_CLIENT : TO_SERVER;
    }
}
