package dev.jvirt.qemu.command;

import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The daemon's environment and the host's clock.
///
/// @param arch the host's architecture
/// @param privileged whether the daemon serves the whole host, not one user
/// @param variables the daemon's own environment
/// @param now the host's time in its own zone
public record HostEnvironment(
        String arch, boolean privileged, Map<String, String> variables, ZonedDateTime now) {
    /// An environment with its own copy.
    public HostEnvironment {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /// The value of a variable.
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }
}
