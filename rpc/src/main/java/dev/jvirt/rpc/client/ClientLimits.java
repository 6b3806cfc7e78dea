package dev.jvirt.rpc.client;

/// How much a client keeps in memory.
///
/// @param streamBytes bytes of one stream that wait to be read before the socket is read no further
/// @param streamPatienceNanos how long a reader of a full stream may take nothing before the stream
/// is given up
/// @param unsentBytes bytes that wait to be sent before a stream's writer waits
record ClientLimits(int streamBytes, long streamPatienceNanos, int unsentBytes) {
    static final ClientLimits DEFAULTS = new ClientLimits(16 << 20, 10_000_000_000L, 1 << 20);
}
