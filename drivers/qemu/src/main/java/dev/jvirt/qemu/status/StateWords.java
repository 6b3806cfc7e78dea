package dev.jvirt.qemu.status;

import dev.jvirt.api.domain.BlockedReason;
import dev.jvirt.api.domain.CrashedReason;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.NoStateReason;
import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.api.domain.PmSuspendedReason;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.api.domain.ShutdownReason;
import dev.jvirt.api.domain.ShutoffReason;
import java.util.Locale;
import java.util.Optional;

/// The words that libvirt's files use for states and reasons.
public final class StateWords {
    private StateWords() {}

    /// The word for a state.
    public static String of(DomainState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /// The state that a word means.
    public static Optional<DomainState> state(String word) {
        for (DomainState state : DomainState.values()) {
            if (of(state).equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /// The words for a reason.
    public static String of(DomainStateReason reason) {
        return switch (reason) {
            case RunningReason running -> running(running);
            case PausedReason paused -> paused(paused);
            case ShutoffReason shutoff -> words(shutoff);
            case ShutdownReason shutdown -> words(shutdown);
            case CrashedReason crashed -> words(crashed);
            case NoStateReason nostate -> words(nostate);
            case BlockedReason blocked -> words(blocked);
            case PmSuspendedReason suspended -> words(suspended);
        };
    }

    /// The reason for being in `state` that the words mean.
    public static Optional<DomainStateReason> reason(DomainState state, String words) {
        DomainStateReason[] reasons =
                switch (state) {
                    case NOSTATE -> NoStateReason.values();
                    case RUNNING -> RunningReason.values();
                    case BLOCKED -> BlockedReason.values();
                    case PAUSED -> PausedReason.values();
                    case SHUTDOWN -> ShutdownReason.values();
                    case SHUTOFF -> ShutoffReason.values();
                    case CRASHED -> CrashedReason.values();
                    case PMSUSPENDED -> PmSuspendedReason.values();
                };
        for (DomainStateReason reason : reasons) {
            if (of(reason).equals(words)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    private static String running(RunningReason reason) {
        return switch (reason) {
            case POSTCOPY -> "post-copy";
            case POSTCOPY_FAILED -> "post-copy failed";
            default -> words(reason);
        };
    }

    private static String paused(PausedReason reason) {
        return switch (reason) {
            case SHUTTING_DOWN -> "shutdown";
            case CRASHED -> "panicked";
            case POSTCOPY -> "post-copy";
            case POSTCOPY_FAILED -> "post-copy failed";
            default -> words(reason);
        };
    }

    private static String words(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
