package dev.jvirt.api.event;

/// Whether the agent of a guest is there (`virConnectDomainEventAgentLifecycleState`).
public enum AgentState {
    /// Something that a newer peer knows.
    UNKNOWN(-1),
    /// `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED` (1), since 1.2.11.
    CONNECTED(1),
    /// `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED` (2), since 1.2.11.
    DISCONNECTED(2);

    private final int code;

    AgentState(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static AgentState of(int code) {
        for (AgentState value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
