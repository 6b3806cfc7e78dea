/// The definitions of storage pools and of the volumes in them.
///
/// [StoragePoolDefinition] and [StorageVolumeDefinition] are the roots, with a record for each
/// larger element; parsing and formatting of an element stand together. What a pool must say, and
/// what is filled in for it, depends on its kind: [StoragePoolKind] knows that.
@NullMarked
package dev.jvirt.documents.storage;

import org.jspecify.annotations.NullMarked;
