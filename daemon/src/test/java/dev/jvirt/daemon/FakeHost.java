package dev.jvirt.daemon;

import dev.jvirt.rpc.PeerCredentials;
import dev.jvirt.rpc.SocketHost;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/// A host on which every peer is the user `uid`, and no descriptor travels.
public record FakeHost(int uid) implements SocketHost {

    @Override
    public PeerCredentials peerCredentials(SocketChannel channel) {
        return new PeerCredentials(1, uid, uid);
    }

    @Override
    public boolean sendDescriptor(SocketChannel channel, int descriptor) throws IOException {
        throw new IOException("unsupported");
    }

    @Override
    public int receiveDescriptor(SocketChannel channel) throws IOException {
        throw new IOException("unsupported");
    }

    @Override
    public int duplicateDescriptor(int descriptor) {
        return descriptor;
    }

    @Override
    public void closeDescriptor(int descriptor) {}
}
