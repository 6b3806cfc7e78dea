package dev.jvirt.api.domain;

/// Why a domain is in its state. Each [DomainState] has an enum of its own.
public sealed interface DomainStateReason
        permits NoStateReason,
                RunningReason,
                BlockedReason,
                PausedReason,
                ShutdownReason,
                ShutoffReason,
                CrashedReason,
                PmSuspendedReason {
    /// libvirt's number, unique within one state.
    int code();

    /// The reason with libvirt's number `code` in `state`.
    static DomainStateReason of(DomainState state, int code) {
        return switch (state) {
            case NOSTATE -> NoStateReason.of(code);
            case RUNNING -> RunningReason.of(code);
            case BLOCKED -> BlockedReason.of(code);
            case PAUSED -> PausedReason.of(code);
            case SHUTDOWN -> ShutdownReason.of(code);
            case SHUTOFF -> ShutoffReason.of(code);
            case CRASHED -> CrashedReason.of(code);
            case PMSUSPENDED -> PmSuspendedReason.of(code);
        };
    }
}
