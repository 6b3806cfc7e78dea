/// The commands about points in the life of a domain that one can go back to: snapshots, and
/// checkpoints with the backups that are taken since them.
///
/// [SnapshotChoice] finds the snapshot that a command is about;
/// [dev.jvirt.virsh.object.FamilyTree] prints who descends from whom.
@NullMarked
package dev.jvirt.virsh.snapshot;

import org.jspecify.annotations.NullMarked;
