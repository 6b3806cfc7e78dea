package dev.jvirt.qemu.capabilities;

import java.util.List;

/// Intel's enclaves.
///
/// @param flc whether their launch can be controlled
/// @param sectionSizeKib all memory for them, in KiB
public record SgxCapability(
        boolean flc, boolean sgx1, boolean sgx2, long sectionSizeKib, List<Section> sections) {
    /// The memory for enclaves of one NUMA node.
    public record Section(int node, long sizeKib) {}

    /// Enclaves with their memory.
    public SgxCapability {
        sections = List.copyOf(sections);
    }
}
