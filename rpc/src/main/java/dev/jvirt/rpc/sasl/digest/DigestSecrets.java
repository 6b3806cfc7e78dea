package dev.jvirt.rpc.sasl.digest;

import java.util.List;

/// What a server knows of its users for DIGEST-MD5.
public interface DigestSecrets {
    /// MD5 of name, realm and password, parted by colons: what keys are made of. For somebody who
    /// is not known it is something that no password fits.
    byte[] digest(String user, String realm);

    /// The realms that users have such a digest for.
    List<String> realms();
}
