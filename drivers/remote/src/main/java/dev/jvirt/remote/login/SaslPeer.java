package dev.jvirt.remote.login;

import java.util.Optional;

/// What is known of a connection before the login.
///
/// @param host the daemon's host as the user names it
/// @param secure whether nobody on the way can listen
/// @param user who the URI says the user is
/// @param mechanism the mechanism that the URI insists on
public record SaslPeer(
        String host, boolean secure, Optional<String> user, Optional<String> mechanism) {

    /// The mechanism in the `auth` parameter of a URI, which is `sasl` or `sasl.NAME`.
    public static Optional<String> mechanism(Optional<String> auth) {
        return auth.filter(text -> text.length() > 5).map(text -> text.substring(5));
    }
}
