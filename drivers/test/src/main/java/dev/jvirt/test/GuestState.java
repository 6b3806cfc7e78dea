package dev.jvirt.test;

import dev.jvirt.api.domain.DomainTime;
import dev.jvirt.documents.snapshot.CheckpointDefinition;
import dev.jvirt.documents.snapshot.SnapshotDefinition;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What is known of a guest beside its definition. It stays as long as the domain does.
final class GuestState {
    private static final DomainTime FIRST_TIME = new DomainTime(627319920, 0);

    private final Set<String> frozen = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Polling> polling = new ConcurrentHashMap<>();
    private final Moments<SnapshotDefinition> snapshots = new Moments<>();
    private final Moments<CheckpointDefinition> checkpoints = new Moments<>();
    private volatile DomainTime time = FIRST_TIME;

    /// How long an IO thread polls before it sleeps.
    ///
    /// @param maximum in nanoseconds
    record Polling(long maximum, int grow, int shrink) {
        static final Polling STANDARD = new Polling(32768, 0, 0);
    }

    /// The guest's clock, which stands still.
    DomainTime time() {
        return time;
    }

    void time(DomainTime now) {
        time = now;
    }

    /// The file systems to which the guest writes nothing now.
    Set<String> frozen() {
        return frozen;
    }

    /// Its snapshots.
    Moments<SnapshotDefinition> snapshots() {
        return snapshots;
    }

    /// Its checkpoints.
    Moments<CheckpointDefinition> checkpoints() {
        return checkpoints;
    }

    /// How an IO thread polls.
    Polling polling(int thread) {
        return polling.getOrDefault(thread, Polling.STANDARD);
    }

    void polling(int thread, Polling now) {
        polling.put(thread, now);
    }

    void forgetThread(int thread) {
        polling.remove(thread);
    }
}
