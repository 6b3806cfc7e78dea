package dev.jvirt.documents.domain.validation;

import static dev.jvirt.api.ErrorCode.XML_DETAIL;
import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;
import static dev.jvirt.documents.domain.validation.Refuse.when;

import dev.jvirt.documents.domain.Architectures;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.MemoryAccess;
import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.documents.domain.MemoryDevice.Model;

/// Rules of memory that can be plugged.
final class MemoryDeviceRules {
    /// Size of a transparent huge page of x86 in KiB: no smaller block can be taken away.
    private static final long HUGE_PAGE = 2048;

    private MemoryDeviceRules() {}

    static void check(MemoryDevice memory, DomainDefinition definition) {
        checkNode(memory, definition);
        String model = memory.model().word();
        boolean discard = memory.discard().orElse(false);
        switch (memory.model()) {
            case NVDIMM -> {
                checkPath(memory);
                unsupportedWhen(discard, "discard is not supported for nvdimms");
                checkNvdimm(memory, definition);
            }
            case VIRTIO_PMEM -> {
                checkPath(memory);
                unsupportedWhen(discard, "discard is not supported for model '%s'", model);
                unsupportedWhen(
                        memory.access().filter(a -> a == MemoryAccess.SHARED).isEmpty(),
                        "shared access mode required for virtio-pmem device");
                unsupportedWhen(
                        memory.target().node().isPresent(),
                        "virtio-pmem does not support NUMA nodes");
            }
            case VIRTIO_MEM -> checkResizable(memory);
            case SGX_EPC ->
                    unsupportedWhen(
                            memory.info().address().isPresent(),
                            "memory device address is not supported for model '%s'",
                            model);
            case DIMM -> {}
        }
    }

    private static void checkNode(MemoryDevice memory, DomainDefinition definition) {
        if (memory.target().node().isEmpty()) {
            return;
        }
        int nodes = definition.cpu().flatMap(Cpu::numa).map(n -> n.cells().size()).orElse(0);
        when(
                nodes == 0,
                XML_DETAIL,
                "can't add memory backend as guest has no NUMA nodes configured");
        int node = memory.target().node().getAsInt();
        when(
                node >= nodes,
                XML_DETAIL,
                "can't add memory backend for guest node '%d' as the guest has only '%d' NUMA nodes configured",
                node,
                nodes);
    }

    private static void checkPath(MemoryDevice memory) {
        when(
                memory.source().path().isEmpty(),
                XML_DETAIL,
                "path is required for model '%s'",
                memory.model().word());
    }

    private static void checkNvdimm(MemoryDevice memory, DomainDefinition definition) {
        if (Architectures.isPpc64(definition.os().arch().orElse(""))) {
            unsupportedWhen(
                    memory.target().label().isEmpty(), "label size is required for NVDIMM device");
        } else {
            unsupportedWhen(
                    memory.uuid().isPresent() && memory.model() == Model.NVDIMM,
                    "UUID is not supported for NVDIMM device");
        }
    }

    private static void checkResizable(MemoryDevice memory) {
        var target = memory.target();
        when(
                target.requested() > target.size(),
                XML_DETAIL,
                "requested size must be smaller than or equal to @size (%dKiB)",
                target.size());
        long block = target.block().orElse(0);
        when(
                block != 0 && Long.bitCount(block) != 1,
                XML_DETAIL,
                "block size must be a power of two");
        when(
                block < HUGE_PAGE,
                XML_DETAIL,
                "block size too small, must be at least %dKiB",
                HUGE_PAGE);
        when(
                target.requested() % block != 0,
                XML_DETAIL,
                "requested size must be an integer multiple of block size");
    }
}
