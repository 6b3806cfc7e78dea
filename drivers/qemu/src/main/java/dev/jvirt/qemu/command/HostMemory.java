package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.IdSet;
import java.util.List;
import java.util.Optional;

/// The host's memory, as far as guests can be given it.
///
/// @param pageSize size of an ordinary page in KiB
/// @param hugePages where huge pages of which size are mounted
/// @param nodes the nodes of the host
/// @param automaticNodes the nodes chosen for this domain, if its document leaves the choice
public record HostMemory(
        long pageSize, List<HugePageMount> hugePages, IdSet nodes, Optional<IdSet> automaticNodes) {
    /// Memory of one node, without huge pages.
    public static final HostMemory PLAIN =
            new HostMemory(4, List.of(), IdSet.of(0), Optional.empty());

    /// Where a size of huge pages is mounted.
    ///
    /// @param size in KiB
    /// @param preferred whether it is the host's default size
    public record HugePageMount(String path, long size, boolean preferred) {}

    /// Memory with its own copy of the mounts.
    public HostMemory {
        hugePages = List.copyOf(hugePages);
    }

    /// Where pages of a size are mounted.
    Optional<HugePageMount> mount(long size) {
        for (HugePageMount mount : hugePages) {
            if (mount.size() == size) {
                return Optional.of(mount);
            }
        }
        return Optional.empty();
    }

    /// Where pages of the host's default size are mounted; of any size if the host has no default.
    Optional<HugePageMount> defaultMount() {
        for (HugePageMount mount : hugePages) {
            if (mount.preferred()) {
                return Optional.of(mount);
            }
        }
        return hugePages.isEmpty() ? Optional.empty() : Optional.of(hugePages.getFirst());
    }
}
