package dev.jvirt.virsh;

import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.virsh.shell.Shell;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tries again after polkit has refused: with an agent that asks the user for a password if that is
/// what was missing, and some more times if the password was wrong.
final class PolkitAttempts {
    private static final int MAX_FAILURES = 5;

    private PolkitAttempts() {}

    /// Opens the connection, or remembers why not.
    ///
    /// @param first the refusal
    /// @param open tries once
    static @Nullable Connection more(
            Shell shell, LibvirtException first, Supplier<@Nullable Connection> open) {
        LibvirtException refusal = first;
        PolkitAgent agent = null;
        int failures = 0;
        try {
            while (true) {
                if (is(refusal, ErrorCode.AUTH_UNAVAILABLE) && agent == null) {
                    agent = PolkitAgent.start(shell.environment());
                } else if (!is(refusal, ErrorCode.AUTH_FAILED) || ++failures == MAX_FAILURES) {
                    return null;
                }
                try {
                    return open.get();
                } catch (LibvirtException e) {
                    shell.remember(e);
                    refusal = e;
                }
            }
        } catch (IOException e) {
            // The refusal says what is missing.
            return null;
        } finally {
            if (agent != null) {
                agent.close();
            }
        }
    }

    private static boolean is(LibvirtException refusal, ErrorCode code) {
        return refusal.domain() == ErrorDomain.POLKIT && refusal.code() == code;
    }
}
