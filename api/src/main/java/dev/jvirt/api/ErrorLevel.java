package dev.jvirt.api;

/// How bad an error is (`virErrorLevel`).
public enum ErrorLevel {
    /// `VIR_ERR_NONE` (0), since 0.1.0.
    NONE(0),
    /// `VIR_ERR_WARNING` (1), since 0.1.0.
    WARNING(1),
    /// `VIR_ERR_ERROR` (2), since 0.1.0.
    ERROR(2);

    private final int code;

    ErrorLevel(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#ERROR] if a newer peer sends one that is not
    /// known here.
    public static ErrorLevel of(int code) {
        for (ErrorLevel value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return ERROR;
    }
}
