package dev.jvirt.rpc.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// PLAIN (RFC 4616): believes who knows the password.
public final class PlainServer implements ServerMechanism {
    private static final int PARTS = 3;

    private final PasswordCheck passwords;
    private String user = "";
    private boolean complete;

    public PlainServer(PasswordCheck passwords) {
        this.passwords = passwords;
    }

    @Override
    public Optional<byte[]> step(Optional<byte[]> response) {
        if (response.isEmpty()) {
            return Optional.of(new byte[0]); // the client waits for its turn
        }
        String[] parts = parts(new String(response.get(), StandardCharsets.UTF_8));
        String name = SaslPrep.query(parts[1]);
        if (!passwords.isPassword(name, SaslPrep.query(parts[2]))) {
            throw SaslFailure.refused("Password verification failed");
        }
        if (!parts[0].isEmpty() && !SaslPrep.query(parts[0]).equals(name)) {
            throw SaslFailure.refused("'%s' may not act as somebody else".formatted(name));
        }
        user = name;
        complete = true;
        return Optional.empty();
    }

    private static String[] parts(String message) {
        var parts = new String[PARTS];
        int from = 0;
        for (int i = 0; i < PARTS - 1; i++) {
            int end = message.indexOf('\0', from);
            if (end < 0) {
                throw SaslFailure.protocol("name and password are not parted by NUL");
            }
            parts[i] = message.substring(from, end);
            from = end + 1;
        }
        parts[PARTS - 1] = message.substring(from);
        if (parts[1].isEmpty() || parts[2].isEmpty() || parts[2].indexOf('\0') >= 0) {
            throw SaslFailure.protocol("no name, no password, or more than that");
        }
        return parts;
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public String user() {
        return user;
    }
}
