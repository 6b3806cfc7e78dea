package dev.jvirt.qemu.process;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.process.ProcessStat;
import dev.jvirt.host.process.RunningProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends processes of QEMU: asks first, so that disk caches are written, and insists then.
///
/// @param deadlines how long it asks and insists
record Termination(Deadlines deadlines) {
    /// Ends a process and waits until it is gone.
    ///
    /// @param graceful whether it is only asked
    /// @throws LibvirtException SYSTEM_ERROR if it stays
    void end(RunningProcess process, boolean graceful) {
        process.terminate();
        if (!graceful && isStopped(process)) {
            process.kill(); // it hears nothing else
        }
        if (isGone(process, deadlines.terminate())) {
            return;
        }
        if (graceful) {
            throw stays(process, "SIGTERM");
        }
        process.kill();
        if (!isGone(process, deadlines.kill())) {
            throw stays(process, "SIGKILL");
        }
    }

    /// Waits until a process that is about to go is gone, and makes it go if it does not.
    void awaitEnd(RunningProcess process) {
        if (!isGone(process, deadlines.terminate())) {
            end(process, false);
        }
    }

    private static boolean isStopped(RunningProcess process) {
        try {
            char state = ProcessStat.read(process.pid()).state();
            return state == 'T' || state == 't';
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isGone(RunningProcess process, Duration timeout) {
        try {
            process.end().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException | CancellationException unwatched) {
            return !process.isAlive();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static LibvirtException stays(RunningProcess process, String signal) {
        return new LibvirtException(
                ErrorCode.SYSTEM_ERROR,
                "Failed to terminate process %d with %s: Device or resource busy"
                        .formatted(process.pid(), signal));
    }
}
