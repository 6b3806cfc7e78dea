package dev.jvirt.rpc.server;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// A unix socket that has its name.
///
/// The socket appears under its name with its final owner and mode: it is made in a private folder
/// and then renamed, which also replaces what a dead daemon has left. A socket that somebody
/// answers is left alone.
record UnixBinding(Path path, ServerSocketChannel channel, @Nullable Object fileKey)
        implements Listener.Binding {
    private static final int EADDRINUSE = 98;
    private static final int EIO = 5;

    /// @throws RpcException if the socket cannot be made, or is another daemon's
    static UnixBinding bind(UnixSocket socket, int backlog) {
        Path path = socket.path();
        refuseIfAnswered(path);
        try {
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            boolean bound = false;
            try {
                bindPrivately(channel, socket, backlog);
                bound = true;
                return new UnixBinding(path, channel, fileKey(path));
            } finally {
                if (!bound) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw cannotBind(path, EIO, reason(e));
        }
    }

    private static void bindPrivately(ServerSocketChannel channel, UnixSocket socket, int backlog)
            throws IOException {
        Path folder = socket.path().toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("Is a directory");
        }
        // Shorter than any socket's name, because the whole path of a socket is limited.
        String name = ".%06x".formatted(ThreadLocalRandom.current().nextInt(1 << 24));
        Path hidden = folder.resolve(name);
        var onlyOurs = PosixFilePermissions.fromString("rwx------");
        Files.createDirectory(hidden, PosixFilePermissions.asFileAttribute(onlyOurs));
        Path made = hidden.resolve("s");
        try {
            channel.bind(UnixDomainSocketAddress.of(made), backlog);
            if (socket.group().isPresent()) {
                Files.setAttribute(made, "unix:gid", socket.group().getAsInt());
            }
            Files.setAttribute(made, "unix:mode", socket.mode());
            Files.move(made, socket.path(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(made);
            Files.delete(hidden);
        }
    }

    private static void refuseIfAnswered(Path path) {
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            // Not blocking: a busy daemon's queue may be full, and that is an answer too.
            probe.configureBlocking(false);
            probe.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            if (why.startsWith("Connection refused") || why.startsWith("No such file")) {
                return;
            }
            if (!why.startsWith("Resource temporarily unavailable")) {
                throw cannotBind(path, EIO, why);
            }
        }
        throw cannotBind(path, EADDRINUSE, "Address already in use");
    }

    private static RpcException cannotBind(Path path, int errno, String reason) {
        String text = "Failed to bind socket to '%s': %s".formatted(path, reason);
        return new RpcException(RpcError.system(errno, text));
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        return e instanceof java.nio.file.AccessDeniedException
                ? "Permission denied"
                : String.valueOf(e.getMessage());
    }

    private static @Nullable Object fileKey(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /// Removes the socket, unless somebody else has put another in its place.
    @Override
    public void close() throws IOException {
        channel.close();
        if (fileKey != null && fileKey.equals(fileKey(path))) {
            Files.deleteIfExists(path);
        }
    }
}
