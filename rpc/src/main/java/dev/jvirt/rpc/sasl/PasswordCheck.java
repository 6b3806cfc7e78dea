package dev.jvirt.rpc.sasl;

/// Knows the passwords of users.
@FunctionalInterface
public interface PasswordCheck {
    /// Whether that is the password of a user. For somebody who is not known it takes as long to
    /// say no.
    boolean isPassword(String user, String password);
}
