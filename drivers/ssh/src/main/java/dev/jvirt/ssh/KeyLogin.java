package dev.jvirt.ssh;

import dev.jvirt.api.LibvirtException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.sshd.client.auth.AbstractUserAuthFactory;
import org.apache.sshd.client.auth.pubkey.KeyAgentIdentity;
import org.apache.sshd.client.auth.pubkey.KeyPairIdentity;
import org.apache.sshd.client.auth.pubkey.PublicKeyIdentity;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKey;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.signature.SignatureFactoriesManager;
import org.apache.sshd.common.util.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/// The login by a key: those of the agent, the one in the file, in the order of the URI.
final class KeyLogin extends UserAuthPublicKey {
    private final Login login;

    private KeyLogin(Login login) {
        super(null);
        this.login = login;
    }

    /// Makes it for a session.
    static final class Factory extends AbstractUserAuthFactory {
        private final Login login;

        Factory(Login login) {
            super(NAME);
            this.login = login;
        }

        @Override
        public KeyLogin createUserAuth(ClientSession session) {
            return new KeyLogin(login);
        }
    }

    @Override
    protected Iterator<PublicKeyIdentity> createPublicKeyIterator(
            ClientSession session, SignatureFactoriesManager factories) {
        return new Keys(session, factories);
    }

    @Override
    public void signalAuthMethodFailure(
            ClientSession session,
            String service,
            boolean partial,
            List<String> others,
            Buffer buffer)
            throws Exception {
        ((Keys) keys).rejected(others);
        super.signalAuthMethodFailure(session, service, partial, others, buffer);
    }

    /// The keys, each found when those before it have been refused.
    private final class Keys implements Iterator<PublicKeyIdentity>, Closeable {
        private final ClientSession session;
        private final SignatureFactoriesManager factories;
        private final Deque<Method> methods = new ArrayDeque<>();
        private final Deque<PublicKeyIdentity> found = new ArrayDeque<>();
        private @Nullable AgentSocket agent;
        private @Nullable Method present;

        Keys(ClientSession session, SignatureFactoriesManager factories) {
            this.session = session;
            this.factories = factories;
            for (Method method : login.plan().methods()) {
                if (method == Method.AGENT || method == Method.PRIVKEY) {
                    methods.add(method);
                }
            }
        }

        @Override
        public boolean hasNext() {
            while (found.isEmpty() && !methods.isEmpty()) {
                Method next = methods.remove();
                present = next;
                try {
                    if (next == Method.AGENT) {
                        askAgent();
                    } else {
                        readFile();
                    }
                } catch (LibvirtException e) {
                    login.failed(e);
                }
            }
            return !found.isEmpty();
        }

        @Override
        public PublicKeyIdentity next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return found.remove();
        }

        private void askAgent() {
            var dialect = login.plan().dialect();
            try {
                AgentSocket open = AgentSocket.open().orElse(null);
                if (open == null) {
                    throw dialect.transport(
                            dialect == Dialect.LIBSSH2
                                    ? "Failed to connect to ssh agent"
                                    : "failed to authenticate: there is no ssh agent");
                }
                agent = open;
                for (var identity : open.getIdentities()) {
                    found.add(new KeyAgentIdentity(open, identity.getKey(), identity.getValue()));
                }
            } catch (IOException e) {
                throw dialect.transport(
                        dialect == Dialect.LIBSSH2
                                ? "Failed to connect to ssh agent"
                                : "failed to authenticate: the ssh agent: " + Reasons.of(e));
            }
            if (found.isEmpty()) {
                throw dialect == Dialect.LIBSSH2
                        ? dialect.authentication(
                                "SSH Agent did not provide any authentication identity")
                        : dialect.transport("failed to authenticate: the ssh agent has no keys");
            }
        }

        private void readFile() {
            var plan = login.plan();
            var file = new KeyFile(plan.keyFile().orElseThrow(), plan.dialect(), login.questions());
            found.add(new KeyPairIdentity(factories, session, file.read()));
        }

        /// The server does not want the key that was offered last.
        void rejected(List<String> others) {
            if (!found.isEmpty() || present == null) {
                return;
            }
            var dialect = login.plan().dialect();
            if (dialect == Dialect.LIBSSH) {
                login.failed(
                        dialect.transport(
                                "failed to authenticate: Access denied for 'publickey'."
                                        + " Authentication that can continue: "
                                        + String.join(",", others)));
            } else if (present == Method.AGENT) {
                login.failed(
                        dialect.authentication(
                                "All identities provided by the SSH Agent were rejected"));
            } else {
                login.failed(
                        dialect.authentication(
                                ("authentication with private key '%s' has failed:"
                                                + " Username/PublicKey combination invalid")
                                        .formatted(login.plan().keyFile().orElseThrow())));
            }
        }

        @Override
        public void close() {
            AgentSocket open = agent;
            if (open != null) {
                try {
                    open.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
