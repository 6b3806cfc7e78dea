package dev.jvirt.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Feeds inputs to a target on a thread of its own, and finds out which one it does not bear: one
/// that it answers with something else than a refusal, that it takes too much memory for, or that
/// it never comes back from.
final class Trial {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_SHOWN = 4096;

    /// The first runs with an input may load classes.
    private static final int TRIES = 3;

    private final FuzzTarget target;
    private final MemoryBound bound;
    private volatile byte[] current = {};
    private volatile @Nullable Throwable finding;
    private int taken;

    Trial(FuzzTarget target) {
        this.target = target;
        this.bound = MemoryBound.of(target);
    }

    /// Feeds all inputs.
    ///
    /// @return how many were taken, not refused
    int feed(Iterator<byte[]> inputs) throws InterruptedException {
        Thread thread = Thread.ofPlatform().daemon().name("trial").start(() -> feedAll(inputs));
        if (!thread.join(PATIENCE)) {
            var hang = new AssertionError("%s never comes back from %s".formatted(target, shown()));
            hang.setStackTrace(thread.getStackTrace());
            throw hang;
        }
        if (finding != null) {
            throw new AssertionError("%s does not bear %s".formatted(target, shown()), finding);
        }
        return taken;
    }

    private void feedAll(Iterator<byte[]> inputs) {
        try {
            while (inputs.hasNext()) {
                current = inputs.next();
                taken += feed(current) ? 1 : 0;
            }
        } catch (Throwable e) {
            finding = e;
        }
    }

    private boolean feed(byte[] input) {
        long most = bound.of(input.length);
        long used = Long.MAX_VALUE;
        boolean accepted = false;
        for (int i = 0; i < TRIES && used > most; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            accepted = target.feed(input);
            used = THREADS.getCurrentThreadAllocatedBytes() - before;
        }
        if (used > most) {
            throw new AssertionError(
                    "takes %d bytes of memory for %d, more than %d"
                            .formatted(used, input.length, most));
        }
        return accepted;
    }

    private String shown() {
        byte[] input = current;
        return HexFormat.of().formatHex(Arrays.copyOf(input, Math.min(input.length, MOST_SHOWN)));
    }
}
