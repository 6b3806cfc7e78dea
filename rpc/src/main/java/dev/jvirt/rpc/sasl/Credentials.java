package dev.jvirt.rpc.sasl;

import java.util.Optional;

/// Who a user is, and how it is proven.
///
/// @param authorization who to act as; empty text: the user itself
/// @param name who the user is
/// @param password the proof
/// @param realm which of the server's realms the user belongs to, for mechanisms that have them
public record Credentials(
        String authorization, String name, String password, Optional<String> realm) {

    @Override
    public String toString() {
        return name; // whatever it is printed for, that needs no password
    }
}
