package dev.jvirt.rpc.sasl;

import java.util.Optional;

/// EXTERNAL (RFC 4422): the server knows the user by the certificate of the connection.
public final class ExternalClient implements ClientMechanism {
    private boolean complete;

    @Override
    public Optional<byte[]> start() {
        complete = true;
        return Optional.of(new byte[0]); // whoever the certificate names
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
