package dev.jvirt.daemon.config;

import dev.jvirt.api.config.ConfigReader;
import java.util.List;
import java.util.Optional;

/// Who may do what.
///
/// @param drivers that are asked before each call
/// @param saslUsers who may log in by SASL, with wildcards; absent: all, no names: nobody
public record AccessConfig(List<String> drivers, Optional<List<String>> saslUsers) {

    public AccessConfig {
        drivers = List.copyOf(drivers);
        saslUsers = saslUsers.map(List::copyOf);
    }

    static AccessConfig read(ConfigReader reader) {
        List<String> users = reader.texts("sasl_allowed_username_list");
        return new AccessConfig(
                reader.texts("access_drivers"),
                reader.has("sasl_allowed_username_list") ? Optional.of(users) : Optional.empty());
    }
}
