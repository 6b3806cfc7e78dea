package dev.jvirt.api.driver;

import dev.jvirt.api.Authenticator;
import java.util.Optional;

/// What an application asks for when it opens a connection.
///
/// @param uri the URI after aliases and defaults; empty if nothing is known, so that the far side
/// may probe
/// @param readOnly whether only harmless calls will be made
/// @param authenticator who is asked for user names and passwords
public record OpenRequest(
        Optional<ConnectUri> uri, boolean readOnly, Authenticator authenticator) {}
