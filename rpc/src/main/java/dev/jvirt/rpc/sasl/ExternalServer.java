package dev.jvirt.rpc.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// EXTERNAL (RFC 4422): believes the certificate of the connection.
public final class ExternalServer implements ServerMechanism {
    private final String identity;
    private boolean complete;

    /// @param identity whom the certificate names
    public ExternalServer(String identity) {
        this.identity = identity;
    }

    @Override
    public Optional<byte[]> step(Optional<byte[]> response) {
        if (response.isEmpty()) {
            return Optional.of(new byte[0]); // the client waits for its turn
        }
        String wanted = new String(response.get(), StandardCharsets.UTF_8);
        if (!wanted.isEmpty() && !wanted.equals(identity)) {
            throw SaslFailure.refused("'%s' may not act as somebody else".formatted(identity));
        }
        complete = true;
        return Optional.empty();
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public String user() {
        return identity;
    }
}
