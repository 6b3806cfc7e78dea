package dev.jvirt.qemu.completion;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.MemoryDevice;

/// Sizes of memory devices that QEMU accepts.
final class MemoryAlignment {
    private MemoryAlignment() {}

    /// A device of whole blocks, all in KiB. An NVDIMM becomes smaller, not bigger: behind its end
    /// there may be no file.
    static MemoryDevice power(MemoryDevice memory, long block) {
        var target = memory.target();
        long size = target.size();
        if (memory.model() != MemoryDevice.Model.NVDIMM) {
            return withSize(memory, (size + block - 1) / block * block);
        }
        long label = target.label().orElse(0);
        if (size < block + label) {
            throw new LibvirtException(
                    XML_ERROR,
                    "minimum target size for the NVDIMM must be 256MB plus the label size");
        }
        return withSize(memory, (size - label) / block * block + label);
    }

    private static MemoryDevice withSize(MemoryDevice memory, long size) {
        var target = memory.target();
        return memory.withTarget(
                new MemoryDevice.Target(
                        size,
                        target.node(),
                        target.label(),
                        target.readOnly(),
                        target.block(),
                        target.requested(),
                        target.current()));
    }
}
