package dev.jvirt.daemon;

import dev.jvirt.rpc.PeerCredentials;
import dev.jvirt.rpc.TlsPeer;
import dev.jvirt.rpc.server.AuthType;
import dev.jvirt.rpc.server.EncodedEvent;
import dev.jvirt.rpc.server.NetworkEnds;
import dev.jvirt.rpc.server.ServerConnection;
import dev.jvirt.rpc.xdr.XdrCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A client that only remembers what happened to it.
public final class FakeConnection implements ServerConnection {
    /// What it was sent.
    public final List<Object> events = new ArrayList<>();

    public boolean pinged;
    public boolean closed;
    private final boolean readOnly;

    public FakeConnection(boolean readOnly) {
        this.readOnly = readOnly;
    }

    @Override
    public long id() {
        return 1;
    }

    @Override
    public Optional<PeerCredentials> peer() {
        return Optional.of(new PeerCredentials(12, 34, 56));
    }

    @Override
    public Optional<NetworkEnds> network() {
        return Optional.empty();
    }

    @Override
    public Optional<TlsPeer> tls() {
        return Optional.empty();
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public Instant connectedAt() {
        return Instant.EPOCH;
    }

    @Override
    public boolean readOnly() {
        return readOnly;
    }

    @Override
    public AuthType authType() {
        return AuthType.NONE;
    }

    @Override
    public boolean isAuthenticated() {
        return true;
    }

    @Override
    public void authenticated() {}

    @Override
    public void startKeepAlive() {
        pinged = true;
    }

    @Override
    public <T> void sendEvent(int program, int version, int procedure, XdrCodec<T> codec, T event) {
        events.add(event);
    }

    @Override
    public void sendEvent(EncodedEvent event) {
        events.add(event.message());
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
