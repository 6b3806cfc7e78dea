package dev.jvirt.daemon.sasl;

import dev.jvirt.rpc.sasl.SecurityNeeds;
import java.util.Optional;

/// What is known of a client's connection before its login.
///
/// @param secure whether nobody on the way can listen
/// @param distinguishedName whom the client's certificate names, if it has shown one
public record SaslClientFacts(boolean secure, Optional<String> distinguishedName) {

    SecurityNeeds needs(int minSsf) {
        return secure ? SecurityNeeds.secured() : SecurityNeeds.exposed(minSsf);
    }
}
