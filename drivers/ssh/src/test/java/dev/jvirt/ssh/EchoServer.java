package dev.jvirt.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Objects;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/// An ssh server on the loopback device. It knows one command, which returns what it is told until
/// it is told `stop`; the password is `secret`.
final class EchoServer implements AutoCloseable {
    private final SshServer server;

    /// @param status with what the command ends
    /// @param complaint what it says then
    EchoServer(int status, String complaint) {
        JdkKeys.register();
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(newKey()));
        server.setPasswordAuthenticator((user, password, session) -> password.equals("secret"));
        server.setCommandFactory((channel, command) -> new Echo(status, complaint));
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Echo implements Command {
        private final int status;
        private final String complaint;
        private @Nullable InputStream in;
        private @Nullable OutputStream out;
        private @Nullable OutputStream err;
        private @Nullable ExitCallback exit;

        Echo(int status, String complaint) {
            this.status = status;
            this.complaint = complaint;
        }

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            err = stream;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            Thread.ofVirtual().start(this::echo);
        }

        private void echo() {
            var from = Objects.requireNonNull(in);
            var to = Objects.requireNonNull(out);
            var ended = Objects.requireNonNull(exit);
            byte[] chunk = new byte[8192];
            try {
                for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
                    if (new String(chunk, 0, count, StandardCharsets.UTF_8).equals("stop")) {
                        break;
                    }
                    to.write(chunk, 0, count);
                    to.flush();
                }
                var complaints = Objects.requireNonNull(err);
                complaints.write(complaint.getBytes(StandardCharsets.UTF_8));
                complaints.flush();
            } catch (IOException gone) {
                // The client has hung up.
                assert gone != null;
            }
            ended.onExit(status);
        }

        @Override
        public void destroy(ChannelSession channel) {}
    }
}
