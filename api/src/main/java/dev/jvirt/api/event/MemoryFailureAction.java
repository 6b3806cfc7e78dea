package dev.jvirt.api.event;

/// What was done about failed memory (`virDomainMemoryFailureActionType`).
public enum MemoryFailureAction {
    /// Something that a newer peer knows.
    UNKNOWN(-1),
    /// `VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE` (0), since 6.9.0.
    IGNORE(0),
    /// `VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT` (1), since 6.9.0.
    INJECT(1),
    /// `VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL` (2), since 6.9.0.
    FATAL(2),
    /// `VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET` (3), since 6.9.0.
    RESET(3);

    private final int code;

    MemoryFailureAction(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static MemoryFailureAction of(int code) {
        for (MemoryFailureAction value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
