package dev.jvirt.api.event;

/// Whose memory failed (`virDomainMemoryFailureRecipientType`).
public enum MemoryFailureRecipient {
    /// Something that a newer peer knows.
    UNKNOWN(-1),
    /// `VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR` (0), since 6.9.0.
    HYPERVISOR(0),
    /// `VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST` (1), since 6.9.0.
    GUEST(1);

    private final int code;

    MemoryFailureRecipient(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static MemoryFailureRecipient of(int code) {
        for (MemoryFailureRecipient value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
