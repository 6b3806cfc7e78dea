package dev.jvirt.daemon.config;

import dev.jvirt.api.config.ConfigReader;
import java.util.List;

/// Who may do what.
///
/// @param drivers that are asked before each call
/// @param saslUsers who may log in by SASL, with wildcards; empty: all
public record AccessConfig(List<String> drivers, List<String> saslUsers) {

    public AccessConfig {
        drivers = List.copyOf(drivers);
        saslUsers = List.copyOf(saslUsers);
    }

    static AccessConfig read(ConfigReader reader) {
        return new AccessConfig(
                reader.texts("access_drivers"), reader.texts("sasl_allowed_username_list"));
    }
}
