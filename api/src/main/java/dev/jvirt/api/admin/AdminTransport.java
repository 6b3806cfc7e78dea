package dev.jvirt.api.admin;

import java.util.Optional;

/// How a client reached a server (`virClientTransport`).
public enum AdminTransport {
    /// `VIR_CLIENT_TRANS_UNIX` (0), since 2.0.0.
    UNIX(0, "unix"),
    /// `VIR_CLIENT_TRANS_TCP` (1), since 2.0.0.
    TCP(1, "tcp"),
    /// `VIR_CLIENT_TRANS_TLS` (2), since 2.0.0.
    TLS(2, "tls");

    private final int code;
    private final String word;

    AdminTransport(int code, String word) {
        this.code = code;
        this.word = word;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The word for it that virt-admin prints.
    public String word() {
        return word;
    }

    /// The constant with libvirt's number `code`; empty for a way that only newer peers know.
    public static Optional<AdminTransport> of(int code) {
        for (AdminTransport value : values()) {
            if (value.code == code) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
