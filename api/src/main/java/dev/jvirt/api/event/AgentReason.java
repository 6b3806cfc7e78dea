package dev.jvirt.api.event;

/// Why the agent of a guest came or went (`virConnectDomainEventAgentLifecycleReason`).
public enum AgentReason {
    /// `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN` (0), since 1.2.11.
    UNKNOWN(0),
    /// `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED` (1), since 1.2.11.
    DOMAIN_STARTED(1),
    /// `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL` (2), since 1.2.11.
    CHANNEL(2);

    private final int code;

    AgentReason(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static AgentReason of(int code) {
        for (AgentReason value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
