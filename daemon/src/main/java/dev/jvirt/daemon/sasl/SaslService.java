package dev.jvirt.daemon.sasl;

import dev.jvirt.daemon.config.Wildcards;
import dev.jvirt.rpc.sasl.ExternalServer;
import dev.jvirt.rpc.sasl.PlainServer;
import dev.jvirt.rpc.sasl.SaslError;
import dev.jvirt.rpc.sasl.SaslFailure;
import dev.jvirt.rpc.sasl.SaslMechanism;
import dev.jvirt.rpc.sasl.SecurityNeeds;
import dev.jvirt.rpc.sasl.ServerMechanism;
import dev.jvirt.rpc.sasl.digest.DigestServer;
import dev.jvirt.rpc.sasl.kerberos.KerberosServer;
import dev.jvirt.rpc.sasl.scram.ScramHash;
import dev.jvirt.rpc.sasl.scram.ScramServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the logins of all clients share.
///
/// @param config which mechanisms there are
/// @param users the file of the users; read anew for each login
/// @param allowed who of them may come in, with wildcards; empty: all
/// @param minSsf how strong the layer on a connection without encryption must be
/// @param pause before a refused login is answered, so that guessing takes its time
public record SaslService(
        SaslConfig config, Path users, Optional<List<String>> allowed, int minSsf, Duration pause) {
    private static final Path SYSTEM_KEYTAB = Path.of("/etc/krb5.keytab");

    public SaslService {
        allowed = allowed.map(List::copyOf);
    }

    /// The mechanisms for a connection, the best first.
    List<SaslMechanism> mechanisms(SaslClientFacts facts) {
        SecurityNeeds needs = facts.needs(minSsf);
        var fitting = new ArrayList<SaslMechanism>();
        for (SaslMechanism mechanism : SaslMechanism.values()) {
            boolean wanted =
                    config.mechanisms()
                            .map(list -> list.contains(mechanism))
                            .orElseGet(() -> isUsual(mechanism));
            if (wanted && mechanism.fits(needs) && isPossible(mechanism, facts)) {
                fitting.add(mechanism);
            }
        }
        return fitting;
    }

    /// Whether it is offered although nobody has said so.
    private boolean isUsual(SaslMechanism mechanism) {
        return switch (mechanism) {
            case SCRAM_SHA_256, SCRAM_SHA_1, PLAIN -> true;
            case GSSAPI -> Files.isReadable(keytab());
            case DIGEST_MD5 -> !secrets().realms().isEmpty();
            case EXTERNAL -> false;
        };
    }

    private static boolean isPossible(SaslMechanism mechanism, SaslClientFacts facts) {
        return mechanism != SaslMechanism.EXTERNAL || facts.distinguishedName().isPresent();
    }

    private Path keytab() {
        return config.keytab().orElse(SYSTEM_KEYTAB);
    }

    private UserFile secrets() {
        try {
            return UserFile.load(users);
        } catch (IOException e) {
            throw new SaslFailure(SaslError.FAIL, String.valueOf(e.getMessage()), e);
        }
    }

    /// The server's end of a login.
    ///
    /// @throws SaslFailure if it cannot be had
    ServerMechanism create(SaslMechanism mechanism, SaslClientFacts facts) {
        SecurityNeeds needs = facts.needs(minSsf);
        return switch (mechanism) {
            case GSSAPI -> new KerberosServer(keytab(), needs);
            case SCRAM_SHA_256 -> new ScramServer(ScramHash.SHA_256, secrets());
            case SCRAM_SHA_1 -> new ScramServer(ScramHash.SHA_1, secrets());
            case DIGEST_MD5 -> new DigestServer(needs, secrets());
            case PLAIN -> new PlainServer(secrets());
            case EXTERNAL -> new ExternalServer(facts.distinguishedName().orElseThrow());
        };
    }

    /// Whether somebody of that name may come in.
    boolean allows(String user) {
        return allowed.isEmpty()
                || allowed.get().stream().anyMatch(pattern -> Wildcards.match(pattern, user));
    }
}
