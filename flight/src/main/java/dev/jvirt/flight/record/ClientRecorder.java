package dev.jvirt.flight.record;

import dev.jvirt.rpc.client.Transport;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Records the connections that this process opens, if the user wants it: if the system property
/// `jvirt.rpc.record` or the environment variable `JVIRT_RPC_RECORD` is set. Guarded by [#LOCK].
public final class ClientRecorder {
    private static final String PROPERTY = "jvirt.rpc.record";
    private static final String VARIABLE = "JVIRT_RPC_RECORD";
    private static final ReentrantLock LOCK = new ReentrantLock();

    /// By what the user wanted: an application may change its mind.
    private static final Map<String, Recorder> RECORDERS = new HashMap<>();

    private ClientRecorder() {}

    /// The transport to use in place of `transport`: itself, unless recording is on.
    ///
    /// @param peer whom it leads to; asked only when recording is on
    /// @throws IOException if it cannot be recorded as the user wants it, with words for the user
    public static Transport record(Transport transport, Supplier<String> peer) throws IOException {
        String wanted = wanted();
        return wanted == null ? transport : recorder(wanted).record(transport, peer.get());
    }

    private static @Nullable String wanted() {
        String property = System.getProperty(PROPERTY);
        String wanted = property == null ? System.getenv(VARIABLE) : property;
        return wanted == null || wanted.isEmpty() ? null : wanted;
    }

    private static Recorder recorder(String wanted) throws IOException {
        LOCK.lock();
        try {
            Recorder recorder = RECORDERS.get(wanted);
            if (recorder == null) {
                recorder = new Recorder(RecordSettings.parse(wanted), "client").prepared();
                RECORDERS.put(wanted, recorder);
            }
            return recorder;
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            LOCK.unlock();
        }
    }

    /// Writes what is in memory of every open connection to files.
    public static void dump() {
        List<Recorder> recorders;
        LOCK.lock();
        try {
            recorders = List.copyOf(RECORDERS.values());
        } finally {
            LOCK.unlock();
        }
        recorders.forEach(Recorder::dump);
    }
}
