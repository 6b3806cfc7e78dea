package dev.jvirt.qemu;

import dev.jvirt.base.domain.DomainEvents;
import dev.jvirt.base.domain.DomainList;
import dev.jvirt.base.store.DefinitionStore;
import dev.jvirt.qemu.process.DomainStart;
import dev.jvirt.qemu.process.QemuFolders;
import dev.jvirt.qemu.process.QemuProcesses;

/// What a started driver works with.
///
/// @param folders where files are
/// @param documents reads definitions
/// @param store keeps definitions
/// @param domains all domains
/// @param events who wants to know what happens to them
/// @param processes those that run
/// @param start makes them run
record QemuParts(
        QemuFolders folders,
        QemuDocuments documents,
        DefinitionStore store,
        DomainList domains,
        DomainEvents events,
        QemuProcesses processes,
        DomainStart start) {}
