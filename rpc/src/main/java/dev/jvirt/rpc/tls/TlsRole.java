package dev.jvirt.rpc.tls;

/// Which side of a connection somebody is.
public enum TlsRole {
    SERVER("server", "1.3.6.1.5.5.7.3.1"),
    CLIENT("client", "1.3.6.1.5.5.7.3.2");

    private final String word;
    private final String purpose;

    TlsRole(String word, String purpose) {
        this.word = word;
        this.purpose = purpose;
    }

    /// The word for it in messages.
    String word() {
        return word;
    }

    /// The purpose that a certificate of that side has.
    String purpose() {
        return purpose;
    }
}
