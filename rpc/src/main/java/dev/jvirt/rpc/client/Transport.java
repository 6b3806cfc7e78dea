package dev.jvirt.rpc.client;

import dev.jvirt.rpc.frame.ByteSource;
import dev.jvirt.rpc.layer.ByteLayer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// A byte pipe to a server.
///
/// Reading and writing never wait; one thread at a time waits with [#await]. [#wakeup] and [#close]
/// may come from any thread.
public interface Transport extends ByteSource, AutoCloseable {
    /// Writes what fits, without waiting.
    ///
    /// @return how many bytes
    int write(ByteBuffer from) throws IOException;

    /// Writes what fits of `head` and then of `body`, without waiting.
    ///
    /// @return how many bytes
    default int write(ByteBuffer head, ByteBuffer body) throws IOException {
        int count = write(head);
        return head.hasRemaining() ? count : count + write(body);
    }

    /// Streams will be used: much is to be sent at a time.
    default void expectStreams() throws IOException {}

    /// Waits until something can be read, until something can be written if `forWriting`, until
    /// [#wakeup], until the thread is interrupted, or until the time is over.
    ///
    /// @param nanos how long to wait at most; [Long#MAX_VALUE]: for ever
    void await(boolean forWriting, long nanos) throws IOException;

    /// Ends the present or the next wait early.
    void wakeup();

    /// Passes descriptors, if this kind of transport can.
    default Optional<Descriptors> descriptors() {
        return Optional.empty();
    }

    /// Sends everything through a layer from now on, and expects the same of the server.
    ///
    /// @throws UnsupportedOperationException if this kind of transport needs none
    default void install(ByteLayer layer) {
        throw new UnsupportedOperationException("this transport has no room for a layer");
    }

    /// Whether nobody on the way can read or change the data.
    boolean isSecure();

    /// Whether the data travel encrypted.
    boolean isEncrypted();

    /// Ends the connection and every wait.
    @Override
    void close();

    /// Descriptors beside the bytes, as [dev.jvirt.rpc.SocketHost] passes them.
    interface Descriptors {
        /// @return false if the socket is full
        boolean send(int descriptor) throws IOException;

        /// @return -1 if none has arrived yet
        int receive() throws IOException;

        /// Another descriptor of the same open file.
        int duplicate(int descriptor) throws IOException;

        /// Closes a descriptor that nobody took, or that was duplicated.
        void close(int descriptor);
    }
}
