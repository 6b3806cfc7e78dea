package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.IdSet;
import dev.jvirt.documents.domain.MemoryAccess;
import dev.jvirt.documents.domain.MemoryDevice;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A piece of the guest's memory that an object of its own gives.
///
/// @param id the name of the object
/// @param alias the name of its file, if it gets one
/// @param size in KiB
/// @param cell the guest's node it belongs to
/// @param module what a document says about a module; absent for memory of the machine
/// @param systemMemory whether it is all the memory that the machine begins with
record MemoryPiece(
        String id,
        String alias,
        long size,
        OptionalInt cell,
        Optional<MemoryDevice> module,
        boolean systemMemory) {
    /// All the memory that a machine without nodes begins with.
    static MemoryPiece ofMachine(String id, long size) {
        return new MemoryPiece(id, id, size, OptionalInt.empty(), Optional.empty(), true);
    }

    /// The memory of a node.
    static MemoryPiece ofCell(int cell, long size) {
        String id = "ram-node" + cell;
        return new MemoryPiece(id, id, size, OptionalInt.of(cell), Optional.empty(), false);
    }

    /// The memory of a module.
    static MemoryPiece ofModule(MemoryDevice module) {
        String alias = DomainScope.alias(module);
        var target = module.target();
        return new MemoryPiece(
                "mem" + alias, alias, target.size(), target.node(), Optional.of(module), false);
    }

    Optional<IdSet> nodes() {
        return module.flatMap(m -> m.source().nodes());
    }

    /// Size of the pages in KiB, if the document says.
    OptionalLong pageSize() {
        return module.map(m -> m.source().pageSize()).orElse(OptionalLong.empty());
    }

    Optional<String> path() {
        return module.flatMap(m -> m.source().path());
    }

    OptionalLong alignment() {
        return module.map(m -> m.source().alignSize()).orElse(OptionalLong.empty());
    }

    boolean pmem() {
        return module.filter(m -> m.source().pmem()).isPresent();
    }

    Optional<MemoryAccess> access() {
        return module.flatMap(MemoryDevice::access);
    }

    Optional<Boolean> discard() {
        return module.flatMap(MemoryDevice::discard);
    }

    /// Whether it is memory of enclaves.
    boolean isEnclave() {
        return module.filter(m -> m.model() == MemoryDevice.Model.SGX_EPC).isPresent();
    }

    /// Whether the guest takes and gives it back as it is told.
    boolean resizable() {
        return module.filter(m -> m.model() == MemoryDevice.Model.VIRTIO_MEM).isPresent();
    }
}
