package dev.jvirt.api;

/// Why a connection was closed (`virConnectCloseReason`).
public enum CloseReason {
    /// `VIR_CONNECT_CLOSE_REASON_ERROR` (0), since 0.10.0.
    ERROR(0),
    /// `VIR_CONNECT_CLOSE_REASON_EOF` (1), since 0.10.0.
    EOF(1),
    /// `VIR_CONNECT_CLOSE_REASON_KEEPALIVE` (2), since 0.10.0.
    KEEPALIVE(2),
    /// `VIR_CONNECT_CLOSE_REASON_CLIENT` (3), since 0.10.0.
    CLIENT(3);

    private final int code;

    CloseReason(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#ERROR] if a newer peer sends one that is not
    /// known here.
    public static CloseReason of(int code) {
        for (CloseReason value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return ERROR;
    }
}
