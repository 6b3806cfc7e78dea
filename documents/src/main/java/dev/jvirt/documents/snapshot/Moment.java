package dev.jvirt.documents.snapshot;

import java.util.Optional;

/// A snapshot or a checkpoint.
public sealed interface Moment<M extends Moment<M>>
        permits SnapshotDefinition, CheckpointDefinition {
    /// Which one it is.
    MomentIdentity identity();

    /// The same after another one.
    M withIdentity(MomentIdentity identity);

    /// Its name.
    default String name() {
        return identity().name();
    }

    /// The name of the one before.
    default Optional<String> parent() {
        return identity().parent();
    }
}
