package dev.jvirt.remote.login;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslStart;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslStep;
import dev.jvirt.protocol.remote.AuthCallsClient;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.rpc.sasl.ClientMechanism;
import dev.jvirt.rpc.sasl.ExternalClient;
import dev.jvirt.rpc.sasl.PlainClient;
import dev.jvirt.rpc.sasl.SaslError;
import dev.jvirt.rpc.sasl.SaslFailure;
import dev.jvirt.rpc.sasl.SaslMechanism;
import dev.jvirt.rpc.sasl.SecurityLayer;
import dev.jvirt.rpc.sasl.SecurityNeeds;
import dev.jvirt.rpc.sasl.digest.DigestClient;
import dev.jvirt.rpc.sasl.kerberos.KerberosClient;
import dev.jvirt.rpc.sasl.scram.ScramClient;
import dev.jvirt.rpc.sasl.scram.ScramHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.function.Supplier;

/// One login: chooses a mechanism that the daemon offers and lets its two ends talk until both are
/// content.
public final class SaslLogin {
    private static final int MAX_DATA = 65536;

    /// No mechanism needs nearly as many.
    private static final int MAX_STEPS = 100;

    /// Single DES and what is like it: libvirt's limit on a connection that anybody may listen to.
    private static final int MIN_SSF = 56;

    private final AuthCallsClient daemon;
    private final SaslPeer peer;
    private final SecurityNeeds needs;
    private final UserCredentials user;

    public SaslLogin(AuthCallsClient daemon, SaslPeer peer, UserCredentials user) {
        this.daemon = daemon;
        this.peer = peer;
        this.user = user;
        needs = peer.secure() ? SecurityNeeds.secured() : SecurityNeeds.exposed(MIN_SSF);
    }

    /// A mechanism that could be begun, and its first words.
    private record Begun(SaslMechanism name, ClientMechanism mechanism, Optional<byte[]> data) {}

    /// What the daemon has said last.
    private record Said(boolean complete, Optional<byte[]> data) {}

    /// Logs in.
    ///
    /// @return what protects all that follows, if the mechanism brings that along
    /// @throws LibvirtException AUTH_FAILED if the user may not, or the daemon is not who it says
    public Optional<SecurityLayer> perform() {
        String offered = daemon.authSaslInit().mechlist();
        Begun begun = started(() -> begin(possible(offered)));
        ClientMechanism mechanism = begun.mechanism();
        Said said = start(begun.name(), begun.data());
        // Also if the daemon is content: it has to prove that it knows us.
        for (int i = 0; i < MAX_STEPS; i++) {
            Optional<byte[]> challenge = said.data();
            Optional<byte[]> answer = stepped(() -> mechanism.step(challenge));
            if (said.complete() && mechanism.isComplete()) {
                return layer(mechanism);
            }
            said = step(answer);
            if (said.complete() && mechanism.isComplete() && said.data().isEmpty()) {
                return layer(mechanism);
            }
        }
        throw failed("the server does not come to an end");
    }

    private static <T> T started(Supplier<T> step) {
        return negotiated("start", step);
    }

    private static <T> T stepped(Supplier<T> step) {
        return negotiated("step", step);
    }

    private static <T> T negotiated(String what, Supplier<T> step) {
        try {
            return step.get();
        } catch (SaslFailure e) {
            throw new LibvirtException(
                    ErrorDomain.RPC,
                    ErrorCode.AUTH_FAILED,
                    "Failed to %s SASL negotiation: %d (%s)"
                            .formatted(what, e.error().number(), e.getMessage()),
                    e);
        }
    }

    /// Begins with the first that can be: not everybody who is offered Kerberos has a ticket.
    private Begun begin(List<SaslMechanism> possible) {
        for (int i = 0; ; i++) {
            SaslMechanism name = possible.get(i);
            ClientMechanism mechanism = create(name);
            try {
                return new Begun(name, mechanism, mechanism.start());
            } catch (SaslFailure e) {
                if (name.asksPassword() || i == possible.size() - 1) {
                    throw e;
                }
            }
        }
    }

    /// What is offered and can be used here, the best first.
    private List<SaslMechanism> possible(String offered) {
        List<SaslMechanism> known = SaslMechanism.list(peer.mechanism().orElse(offered));
        if (peer.mechanism().isPresent()) {
            requireOffered(peer.mechanism().get(), offered);
        }
        var possible = new ArrayList<SaslMechanism>();
        for (SaslMechanism mechanism : SaslMechanism.values()) {
            if (known.contains(mechanism)
                    && mechanism.fits(needs)
                    && (!mechanism.asksPassword() || user.mayHavePassword())) {
                possible.add(mechanism);
            }
        }
        if (possible.isEmpty()) {
            throw new SaslFailure(SaslError.NOMECH, "No worthy mechs found");
        }
        return possible;
    }

    private static void requireOffered(String wanted, String offered) {
        var words = new StringTokenizer(offered, ", ");
        while (words.hasMoreTokens()) {
            if (words.nextToken().equalsIgnoreCase(wanted)) {
                return;
            }
        }
        throw failed("SASL mechanism %s not supported by server".formatted(wanted));
    }

    private ClientMechanism create(SaslMechanism mechanism) {
        String host = peer.host().toLowerCase(Locale.ROOT);
        return switch (mechanism) {
            case GSSAPI -> new KerberosClient(host, needs);
            case SCRAM_SHA_256 -> new ScramClient(ScramHash.SHA_256, user);
            case SCRAM_SHA_1 -> new ScramClient(ScramHash.SHA_1, user);
            case DIGEST_MD5 -> new DigestClient(host, needs, user);
            case PLAIN -> new PlainClient(user);
            case EXTERNAL -> new ExternalClient();
        };
    }

    private Said start(SaslMechanism mechanism, Optional<byte[]> data) {
        var reply =
                daemon.authSaslStart(new AuthSaslStart(mechanism.word(), nil(data), opaque(data)));
        return new Said(reply.complete() != 0, bytes(reply.nil(), reply.data()));
    }

    private Said step(Optional<byte[]> data) {
        var reply = daemon.authSaslStep(new AuthSaslStep(nil(data), opaque(data)));
        return new Said(reply.complete() != 0, bytes(reply.nil(), reply.data()));
    }

    private static int nil(Optional<byte[]> data) {
        return data.isPresent() ? 0 : 1;
    }

    private static Opaque opaque(Optional<byte[]> data) {
        byte[] bytes = data.orElse(new byte[0]);
        if (bytes.length > MAX_DATA) {
            throw failed("SASL negotiation data too long: %d bytes".formatted(bytes.length));
        }
        return new Opaque(bytes);
    }

    private static Optional<byte[]> bytes(int nil, Opaque data) {
        return nil != 0 ? Optional.empty() : Optional.of(data.bytes());
    }

    private Optional<SecurityLayer> layer(ClientMechanism mechanism) {
        Optional<SecurityLayer> layer = mechanism.layer();
        int ssf = layer.map(SecurityLayer::ssf).orElse(0);
        if (ssf < needs.minSsf()) {
            throw failed("negotiation SSF %d was not strong enough".formatted(ssf));
        }
        return layer;
    }

    private static LibvirtException failed(String detail) {
        return new LibvirtException(ErrorDomain.REMOTE, ErrorCode.AUTH_FAILED, detail);
    }
}
