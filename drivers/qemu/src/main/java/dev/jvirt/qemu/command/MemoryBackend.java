package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.IdSet;
import dev.jvirt.documents.domain.MemoryAccess;
import dev.jvirt.documents.domain.MemoryBacking;
import dev.jvirt.documents.domain.Numa;
import dev.jvirt.documents.domain.NumaTune;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.json.JsonArray;
import dev.jvirt.qemu.json.JsonNumber;
import dev.jvirt.qemu.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The object that gives a piece of the guest's memory: where it comes from, and how.
final class MemoryBackend {
    private final DomainScope scope;
    private final MemoryPiece piece;
    private final MemoryBacking backing;
    private final Optional<Numa.Cell> cell;

    MemoryBackend(DomainScope scope, MemoryPiece piece) {
        this.scope = scope;
        this.piece = piece;
        this.backing = scope.definition().memory().backing();
        this.cell = piece.cell().isPresent() ? cell(scope, piece.cell()) : Optional.empty();
    }

    private static Optional<Numa.Cell> cell(DomainScope scope, OptionalInt number) {
        var cells = scope.definition().cpu().flatMap(Cpu::numa).map(Numa::cells).orElse(List.of());
        return number.getAsInt() < cells.size()
                ? Optional.of(cells.get(number.getAsInt()))
                : Optional.empty();
    }

    /// Whether the machine's own way to make memory would not do.
    boolean isNeeded() {
        boolean bound = tune().nodes().stream().anyMatch(n -> n.cell() == piece.cell().orElse(-1));
        return hugePages().isPresent()
                || piece.nodes().isPresent()
                || bound
                || piece.path().isPresent()
                || access().isPresent()
                || isOf(MemoryBacking.Source.FILE)
                || isOf(MemoryBacking.Source.MEMFD);
    }

    private boolean isOf(MemoryBacking.Source source) {
        return backing.source().filter(s -> s == source).isPresent();
    }

    private NumaTune tune() {
        return scope.definition().resources().tuning().numa();
    }

    private Optional<MemoryAccess> access() {
        return piece.access().or(() -> cell.flatMap(Numa.Cell::access)).or(backing::access);
    }

    private Optional<Boolean> discard() {
        return piece.discard()
                .or(() -> cell.flatMap(Numa.Cell::discard))
                .or(() -> backing.discard() ? Optional.of(true) : Optional.empty());
    }

    /// The huge pages that the memory is made of.
    private Optional<HostMemory.HugePageMount> hugePages() {
        var host = scope.context().memory();
        if (piece.pageSize().isPresent()) {
            return mount(piece.pageSize().getAsLong());
        }
        for (MemoryBacking.HugePage page : backing.hugePages().orElse(List.of())) {
            boolean applies =
                    page.nodes().isEmpty() || page.nodes().get().contains(piece.cell().orElse(0));
            if (applies) {
                return page.size() == 0 ? defaultMount(host) : mount(page.size());
            }
        }
        boolean unspecific = backing.hugePages().filter(List::isEmpty).isPresent();
        return unspecific ? defaultMount(host) : Optional.empty();
    }

    private static Optional<HostMemory.HugePageMount> defaultMount(HostMemory host) {
        return Optional.of(
                host.defaultMount()
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                INTERNAL_ERROR,
                                                "hugetlbfs filesystem is not mounted or disabled by"
                                                        + " administrator config")));
    }

    private Optional<HostMemory.HugePageMount> mount(long size) {
        var host = scope.context().memory();
        if (size == host.pageSize()) {
            return Optional.empty();
        }
        return Optional.of(
                host.mount(size)
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                INTERNAL_ERROR,
                                                "Unable to find any usable hugetlbfs mount for %d KiB"
                                                        .formatted(size))));
    }

    /// Adds the object, and before it the threads that fill the memory where it will be.
    void add(Arguments out) {
        var properties = properties();
        Optional<IdSet> nodes = boundNodes();
        boolean filled = properties.build().isTrue("prealloc");
        if (filled && nodes.isPresent() && scope.has(QemuFlag.THREAD_CONTEXT)) {
            String threads = "tc-" + piece.id();
            out.object(
                    JsonObject.builder()
                            .put("qom-type", "thread-context")
                            .put("id", threads)
                            .put("node-affinity", array(nodes.get()))
                            .build());
            properties.put("prealloc-context", threads);
        }
        out.object(properties.build());
    }

    private JsonObject.Builder properties() {
        var out = JsonObject.builder();
        var huge = hugePages();
        boolean filled = addKind(huge, out);
        filled |= NumaArguments.isFilled(backing);
        boolean later = piece.resizable() && scope.has(QemuFlag.MEMORY_BACKEND_FILE_RESERVE);
        if (filled && !(later && scope.has(QemuFlag.VIRTIO_MEM_PCI_PREALLOC))) {
            out.put("prealloc", true);
            if (scope.has(QemuFlag.MEMORY_BACKEND_FILE_PREALLOC_THREADS)) {
                out.putNumber("prealloc-threads", backing.allocationThreads());
            }
        }
        if (later) {
            out.put("reserve", false);
        }
        out.put("size", JsonNumber.ofUnsigned(piece.size() << 10));
        piece.alignment().ifPresent(align -> out.put("align", align << 10));
        out.putTrue("pmem", piece.pmem());
        boundNodes()
                .ifPresent(
                        nodes -> {
                            out.put("host-nodes", array(nodes));
                            out.put("policy", policy());
                        });
        return out;
    }

    /// Whether the memory will be filled before the guest starts, for large pages or a module would
    /// otherwise fail when they are used.
    private boolean addKind(Optional<HostMemory.HugePageMount> huge, JsonObject.Builder out) {
        if (piece.isEnclave()) {
            out.put("qom-type", "memory-backend-epc").put("id", piece.id());
            return true;
        }
        if (isOf(MemoryBacking.Source.MEMFD) && piece.path().isEmpty()) {
            out.put("qom-type", "memory-backend-memfd").put("id", piece.id());
            huge.ifPresent(
                    mount -> out.put("hugetlb", true).put("hugetlbsize", mount.size() << 10));
            addSharing(out);
            return huge.isPresent();
        }
        boolean file =
                huge.isPresent()
                        || piece.path().isPresent()
                        || access().isPresent()
                        || isOf(MemoryBacking.Source.FILE);
        if (!file) {
            out.put("qom-type", "memory-backend-ram").put("id", piece.id());
            return false;
        }
        out.put("qom-type", "memory-backend-file").put("id", piece.id());
        out.put("mem-path", path(huge));
        if (piece.path().isEmpty()) {
            out.putBoolean("discard-data", discard());
        }
        addSharing(out);
        return huge.isPresent() || piece.path().isPresent();
    }

    private String path(Optional<HostMemory.HugePageMount> huge) {
        var folders = scope.context().folders();
        return piece.path()
                .or(() -> huge.map(mount -> folders.hugePages(mount.path())))
                .orElseGet(() -> folders.memory() + '/' + piece.alias());
    }

    private void addSharing(JsonObject.Builder out) {
        access().ifPresent(a -> out.put("share", a == MemoryAccess.SHARED));
        if (piece.systemMemory()
                && scope.has(QemuFlag.MEMORY_BACKEND_FILE_X_USE_CANONICAL_PATH_FOR_RAMBLOCK_ID)) {
            out.put("x-use-canonical-path-for-ramblock-id", false);
        }
    }

    /// The nodes of the host to which the memory is bound.
    private Optional<IdSet> boundNodes() {
        if (mode() == NumaTune.Mode.RESTRICTIVE) {
            return Optional.empty();
        }
        Optional<IdSet> nodes = piece.nodes().or(this::tunedNodes);
        nodes.ifPresent(this::checkAvailable);
        return nodes;
    }

    private Optional<NumaTune.NodePolicy> nodePolicy() {
        for (NumaTune.NodePolicy policy : tune().nodes()) {
            if (policy.cell() == piece.cell().orElse(-1)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }

    private Optional<IdSet> tunedNodes() {
        var single = nodePolicy();
        if (single.isPresent()) {
            return single.map(NumaTune.NodePolicy::hostNodes);
        }
        return tune().memory()
                .flatMap(
                        memory ->
                                memory.hostNodes()
                                        .or(() -> scope.context().memory().automaticNodes()));
    }

    private NumaTune.Mode mode() {
        return nodePolicy()
                .map(NumaTune.NodePolicy::mode)
                .or(() -> tune().memory().map(NumaTune.MemoryPolicy::mode))
                .orElse(NumaTune.Mode.STRICT);
    }

    private String policy() {
        return switch (mode()) {
            case STRICT -> "bind";
            case PREFERRED -> "preferred";
            case INTERLEAVE -> "interleave";
            case RESTRICTIVE ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED, "restrictive memory is not bound");
        };
    }

    private void checkAvailable(IdSet nodes) {
        nodes.ids()
                .filter(node -> !scope.context().memory().nodes().contains(node))
                .findFirst()
                .ifPresent(
                        node -> {
                            throw new LibvirtException(
                                    CONFIG_UNSUPPORTED,
                                    "NUMA node %d is unavailable".formatted(node));
                        });
    }

    private static JsonArray array(IdSet nodes) {
        var values = new ArrayList<dev.jvirt.qemu.json.JsonValue>();
        nodes.ids().forEach(node -> values.add(JsonNumber.of(node)));
        return new JsonArray(values);
    }
}
