package dev.jvirt.rpc.sasl;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// PLAIN (RFC 4616): says who the user is, and the password.
public final class PlainClient implements ClientMechanism {
    private final CredentialSource source;
    private boolean complete;

    public PlainClient(CredentialSource source) {
        this.source = source;
    }

    @Override
    public Optional<byte[]> start() {
        Credentials who = source.credentials(List.of());
        String message =
                who.authorization()
                        + '\0'
                        + SaslPrep.query(who.name())
                        + '\0'
                        + SaslPrep.query(who.password());
        complete = true;
        return Optional.of(message.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<byte[]> step(Optional<byte[]> challenge) {
        if (challenge.isPresent() && challenge.get().length > 0) {
            throw SaslFailure.protocol("the server asks although all is said");
        }
        return Optional.empty();
    }

    @Override
    public boolean isComplete() {
        return complete;
    }
}
