package dev.jvirt.rpc.server;

import dev.jvirt.rpc.PeerCredentials;
import dev.jvirt.rpc.SocketHost;
import dev.jvirt.rpc.SocketReading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A host whose descriptors are the values of the bytes that carry them; a duplicate is 100 more.
public final class FakeHost implements SocketHost {
    private final List<Integer> duplicates = new CopyOnWriteArrayList<>();
    private final List<Integer> closed = new CopyOnWriteArrayList<>();

    /// The duplicates that were made, in order.
    public List<Integer> duplicates() {
        return duplicates;
    }

    /// The descriptors that were closed, in order.
    public List<Integer> closed() {
        return closed;
    }

    @Override
    public PeerCredentials peerCredentials(SocketChannel channel) {
        return new PeerCredentials(4711, 1000, 100);
    }

    @Override
    public boolean sendDescriptor(SocketChannel channel, int descriptor) throws IOException {
        return channel.write(ByteBuffer.wrap(new byte[] {(byte) descriptor})) == 1;
    }

    @Override
    public int receiveDescriptor(SocketChannel channel) throws IOException {
        var one = ByteBuffer.allocate(1);
        return switch (channel.read(one)) {
            case 1 -> one.get(0);
            case 0 -> -1;
            default -> throw new IOException("Connection reset by peer");
        };
    }

    @Override
    public SocketReading reading() {
        return channel ->
                NetworkEnds.of(channel).isPresent()
                        ? (into, _) -> channel.read(into)
                        : new FakeReader(channel);
    }

    @Override
    public int duplicateDescriptor(int descriptor) {
        duplicates.add(descriptor + 100);
        return descriptor + 100;
    }

    @Override
    public void closeDescriptor(int descriptor) {
        closed.add(descriptor);
    }
}
