package dev.jvirt.daemon.remote;

import dev.jvirt.daemon.access.polkit.PolkitLogin;
import dev.jvirt.daemon.sasl.SaslService;
import java.util.Optional;

/// How clients can log in.
///
/// @param polkit if some socket wants that
/// @param sasl if some socket wants that
public record Logins(Optional<PolkitLogin> polkit, Optional<SaslService> sasl) {
    /// No way at all: nobody is asked.
    public static final Logins NONE = new Logins(Optional.empty(), Optional.empty());
}
