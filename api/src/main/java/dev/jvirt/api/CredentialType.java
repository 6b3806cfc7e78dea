package dev.jvirt.api;

/// What the server asks of the user (`virConnectCredentialType`).
public enum CredentialType {
    /// `VIR_CRED_USERNAME` (1), since 0.4.1.
    USERNAME(1),
    /// `VIR_CRED_AUTHNAME` (2), since 0.4.1.
    AUTHNAME(2),
    /// `VIR_CRED_LANGUAGE` (3), since 0.4.1.
    LANGUAGE(3),
    /// `VIR_CRED_CNONCE` (4), since 0.4.1.
    CNONCE(4),
    /// `VIR_CRED_PASSPHRASE` (5), since 0.4.1.
    PASSPHRASE(5),
    /// `VIR_CRED_ECHOPROMPT` (6), since 0.4.1.
    ECHOPROMPT(6),
    /// `VIR_CRED_NOECHOPROMPT` (7), since 0.4.1.
    NOECHOPROMPT(7),
    /// `VIR_CRED_REALM` (8), since 0.4.1.
    REALM(8),
    /// `VIR_CRED_EXTERNAL` (9), since 0.4.1.
    EXTERNAL(9);

    private final int code;

    CredentialType(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#USERNAME] if a newer peer sends one that is not
    /// known here.
    public static CredentialType of(int code) {
        for (CredentialType value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return USERNAME;
    }
}
