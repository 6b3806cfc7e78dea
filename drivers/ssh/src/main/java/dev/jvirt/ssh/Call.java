package dev.jvirt.ssh;

import dev.jvirt.rpc.client.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;

/// One connection in the making, step by step.
record Call(SshPlan plan, Desk desk, SshClient client) {
    /// A server that says nothing for so long is given up.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// The same for the login, as servers are slow to refuse passwords.
    private static final Duration LOGIN_PATIENCE = Duration.ofSeconds(60);

    /// Connects to the first address of the host that answers, and learns who that is.
    ClientSession connect(HostKeys keys) throws InterruptedException {
        var server = plan.server();
        var greeting = new Greeting();
        client.addSessionListener(greeting);
        try {
            IOException failure = new UnknownHostException(server.host());
            for (InetAddress address : InetAddress.getAllByName(server.host())) {
                try {
                    ClientSession session = connect(new InetSocketAddress(address, server.port()));
                    greet(greeting, keys);
                    return session;
                } catch (IOException e) {
                    failure = e;
                }
            }
            throw failure;
        } catch (IOException e) {
            throw server.unreachable(e);
        }
    }

    private ClientSession connect(InetSocketAddress address)
            throws IOException, InterruptedException {
        ConnectFuture connecting = client.connect(plan.user(), address);
        if (!desk.await(connecting, PATIENCE)) {
            throw new SocketTimeoutException("Connection timed out");
        }
        Throwable failure = connecting.getException();
        if (failure != null) {
            throw plain(failure);
        }
        return connecting.getSession();
    }

    /// What the system said, which the library and the JDK have put words around.
    private static IOException plain(Throwable wrapped) {
        Throwable cause = wrapped.getCause();
        if (cause != null) {
            return plain(cause);
        }
        return wrapped instanceof IOException e ? e : new IOException(Reasons.of(wrapped));
    }

    private void greet(Greeting greeting, HostKeys keys) throws InterruptedException {
        boolean inTime = desk.await(greeting.done(), PATIENCE);
        var refusal = keys.refusal();
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        if (!inTime) {
            throw plan.dialect().handshake("Timeout connecting to " + plan.server().host());
        }
        var failure = greeting.failure();
        if (failure.isPresent()) {
            throw plan.dialect().handshake(failure.get());
        }
    }

    /// Logs in.
    void authenticate(ClientSession session, Login login) throws InterruptedException {
        login.attach(session);
        AuthFuture future;
        try {
            future = session.auth();
        } catch (IOException e) {
            throw plan.dialect().handshake(Reasons.of(e));
        }
        if (!desk.await(future, LOGIN_PATIENCE)) {
            throw plan.dialect()
                    .transport(
                            "the server '%s' does not answer to the login within %d seconds"
                                    .formatted(plan.server().host(), LOGIN_PATIENCE.toSeconds()));
        }
        if (!future.isSuccess()) {
            Throwable why = future.getException();
            throw login.failure(why == null ? "Access denied" : Reasons.of(why));
        }
    }

    /// Starts a program and hands over its input and output.
    Transport run(ClientSession session, String command) throws InterruptedException {
        try {
            ChannelExec channel = session.createExecChannel(command);
            channel.setStreaming(ClientChannel.Streaming.Async);
            OpenFuture opening = channel.open();
            if (!desk.await(opening, PATIENCE)) {
                throw notOpened("Timeout waiting for the server");
            }
            Throwable why = opening.getException();
            if (why != null) {
                throw notOpened(Reasons.of(why));
            }
            var transport = new SshTransport(client, channel, plan.dialect());
            transport.start();
            return transport;
        } catch (IOException e) {
            throw notOpened(Reasons.of(e));
        }
    }

    private dev.jvirt.api.LibvirtException notOpened(@Nullable String why) {
        return plan.dialect().transport("failed to open ssh channel: " + why);
    }
}
