/// Moments in the life of a domain: snapshots, to which one can go back, and checkpoints, since
/// which one can tell what changed.
///
/// [SnapshotDefinition] and [CheckpointDefinition] are the documents. Both have a [MomentIdentity]:
/// a name, and the moment before, so that all of a domain make a tree.
@NullMarked
package dev.jvirt.documents.snapshot;

import org.jspecify.annotations.NullMarked;
