package dev.jvirt.rpc.sasl.kerberos;

import dev.jvirt.rpc.sasl.ClientMechanism;
import dev.jvirt.rpc.sasl.SaslError;
import dev.jvirt.rpc.sasl.SaslFailure;
import dev.jvirt.rpc.sasl.SecurityLayer;
import dev.jvirt.rpc.sasl.SecurityNeeds;
import java.io.IOException;
import java.util.Optional;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import org.jspecify.annotations.Nullable;

/// The client's end: shows the user's ticket.
public final class KerberosClient implements ClientMechanism {
    private final String host;
    private final SecurityNeeds needs;
    private @Nullable Talk talk;

    private record Talk(KerberosSubject subject, SaslClient client) {
        Optional<byte[]> say(byte[] challenge) {
            return Optional.ofNullable(subject.call(() -> client.evaluateChallenge(challenge)));
        }
    }

    /// @param host the server as its Kerberos realm knows it
    public KerberosClient(String host, SecurityNeeds needs) {
        this.host = host;
        this.needs = needs;
    }

    @Override
    public Optional<byte[]> start() {
        KerberosSubject subject = KerberosSubject.user();
        var begun = new Talk(subject, subject.call(this::create));
        talk = begun;
        return begun.say(new byte[0]);
    }

    private SaslClient create() throws IOException {
        SaslClient client =
                Sasl.createSaslClient(
                        new String[] {"GSSAPI"},
                        null,
                        "libvirt",
                        host,
                        KerberosSubject.properties(needs),
                        null);
        if (client == null) {
            throw new SaslFailure(SaslError.NOMECH, "this Java has no GSSAPI");
        }
        return client;
    }

    private Talk talk() {
        Talk begun = talk;
        if (begun == null) {
            throw new IllegalStateException("not started");
        }
        return begun;
    }

    @Override
    public Optional<byte[]> step(Optional<byte[]> challenge) {
        if (isComplete()) {
            return Optional.empty();
        }
        return talk().say(challenge.orElse(new byte[0]));
    }

    @Override
    public boolean isComplete() {
        return talk != null && talk().client().isComplete();
    }

    @Override
    public Optional<SecurityLayer> layer() {
        SaslClient client = talk().client();
        return KerberosLayer.of(
                client::wrap,
                client::unwrap,
                client.getNegotiatedProperty(Sasl.QOP),
                client.getNegotiatedProperty(Sasl.RAW_SEND_SIZE));
    }
}
