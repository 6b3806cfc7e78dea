package dev.jvirt.rpc.sasl.kerberos;

import dev.jvirt.rpc.sasl.SaslError;
import dev.jvirt.rpc.sasl.SaslFailure;
import dev.jvirt.rpc.sasl.SecurityLayer;
import dev.jvirt.rpc.sasl.SecurityNeeds;
import dev.jvirt.rpc.sasl.ServerMechanism;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.sasl.AuthorizeCallback;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslServer;

/// The server's end: believes tickets for one of the keys in its keytab.
public final class KerberosServer implements ServerMechanism {
    private final KerberosSubject subject;
    private final SaslServer server;
    private boolean begun;

    /// @throws SaslFailure if the keytab cannot be used
    public KerberosServer(Path keytab, SecurityNeeds needs) {
        subject = KerberosSubject.service(keytab);
        server = subject.call(() -> create(needs));
    }

    private SaslServer create(SecurityNeeds needs) throws IOException {
        SaslServer created =
                Sasl.createSaslServer(
                        "GSSAPI",
                        "libvirt",
                        null, // whatever name of ours the client has a ticket for
                        KerberosSubject.properties(needs),
                        (CallbackHandler) this::authorize);
        if (created == null) {
            throw new SaslFailure(SaslError.NOMECH, "this Java has no GSSAPI");
        }
        return created;
    }

    private void authorize(Callback[] callbacks) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (!(callback instanceof AuthorizeCallback asked)) {
                throw new UnsupportedCallbackException(callback);
            }
            String wanted = asked.getAuthorizationID();
            String known = asked.getAuthenticationID();
            boolean itself =
                    wanted == null
                            || wanted.isEmpty()
                            || wanted.equals(known)
                            || wanted.equals(local(known));
            asked.setAuthorized(itself);
            asked.setAuthorizedID(local(known));
        }
    }

    /// Somebody of our own realm goes without it, as with the library that C libvirt uses.
    private static String local(String principal) {
        String realm = "@" + new KerberosPrincipal("libvirt").getRealm();
        return principal.endsWith(realm)
                ? principal.substring(0, principal.length() - realm.length())
                : principal;
    }

    @Override
    public Optional<byte[]> step(Optional<byte[]> response) {
        if (server.isComplete()) {
            throw SaslFailure.protocol("the client goes on although all is said");
        }
        if (response.isEmpty() && !begun) {
            begun = true;
            return Optional.of(new byte[0]); // the client waits for its turn
        }
        begun = true;
        return Optional.ofNullable(
                subject.call(() -> server.evaluateResponse(response.orElse(new byte[0]))));
    }

    @Override
    public boolean isComplete() {
        return server.isComplete();
    }

    @Override
    public String user() {
        return server.getAuthorizationID();
    }

    @Override
    public Optional<SecurityLayer> layer() {
        return KerberosLayer.of(
                server::wrap,
                server::unwrap,
                server.getNegotiatedProperty(Sasl.QOP),
                server.getNegotiatedProperty(Sasl.RAW_SEND_SIZE));
    }
}
