package dev.jvirt.rpc.sasl.scram;

/// What a server knows of its users for SCRAM.
@FunctionalInterface
public interface ScramSecrets {
    /// What recognises the password of a user. For somebody who is not known it is something that
    /// nobody can tell from that of a user, and that no password fits.
    ScramVerifier scram(ScramHash hash, String user);
}
