package dev.jvirt.qemu.emulator;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.EmulatorFinder;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// What the QEMU binaries of this host can do.
///
/// A binary is asked when somebody first wants to know, unless the cache on disk still has its
/// answers, and again when it, the host or this program has changed. However many want to know at
/// once, it is started once; a failure is told to all who waited and is not remembered. Any thread
/// may call; a call may take as long as a binary takes to answer.
public final class QemuBinaries {
    private static final System.Logger LOG = System.getLogger("qemu.capabilities");

    private final EmulatorFinder finder;
    private final CapabilitiesCache cache;
    private final CapabilitiesProbe probe;
    private final ProbeWorld world;
    private final Map<String, QemuCapabilities> known = new ConcurrentHashMap<>();

    /// Those that are being asked.
    private final Map<String, CompletableFuture<QemuCapabilities>> asked =
            new ConcurrentHashMap<>();

    /// @param finder where binaries are
    /// @param cache where answers are kept
    public QemuBinaries(
            EmulatorFinder finder,
            CapabilitiesCache cache,
            CapabilitiesProbe probe,
            ProbeWorld world) {
        this.finder = finder;
        this.cache = cache;
        this.probe = probe;
        this.world = world;
    }

    /// The architecture of this host.
    public String hostArch() {
        return world.hostArch();
    }

    /// What the binary at a path can do.
    ///
    /// @throws LibvirtException SYSTEM_ERROR if it cannot be run, INTERNAL_ERROR or
    ///     OPERATION_TIMEOUT if it does not answer as a QEMU does
    public QemuCapabilities capabilities(String binary) {
        QemuCapabilities answers = known.get(binary);
        return answers != null && world.stillGives(answers) ? answers : ask(binary);
    }

    private QemuCapabilities ask(String binary) {
        var mine = new CompletableFuture<QemuCapabilities>();
        CompletableFuture<QemuCapabilities> first = asked.putIfAbsent(binary, mine);
        if (first != null) {
            return await(first);
        }
        try {
            QemuCapabilities answers = known.get(binary); // somebody may just have been told
            if (answers == null || !world.stillGives(answers)) {
                answers = find(binary);
            }
            known.put(binary, answers);
            mine.complete(answers);
            return answers;
        } catch (RuntimeException | Error e) {
            known.remove(binary);
            mine.completeExceptionally(e);
            throw e;
        } finally {
            asked.remove(binary, mine);
        }
    }

    private static QemuCapabilities await(CompletableFuture<QemuCapabilities> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LibvirtException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private QemuCapabilities find(String binary) {
        Optional<QemuCapabilities> stored = cache.load(binary).filter(world::stillGives);
        if (stored.isPresent()) {
            return stored.get();
        }
        QemuCapabilities answers = probe.probe(binary, world);
        cache.store(answers);
        return answers;
    }

    /// The path of the binary that guests of an architecture get; nothing if none is installed.
    public Optional<String> binary(String arch) {
        return finder.find(arch).map(Path::toString);
    }

    /// What the binary that guests of an architecture get can do.
    ///
    /// @throws LibvirtException CONFIG_UNSUPPORTED if none is installed; what [#capabilities]
    ///     throws
    public QemuCapabilities forArch(String arch) {
        return capabilities(
                binary(arch)
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                ErrorDomain.QEMU,
                                                ErrorCode.CONFIG_UNSUPPORTED,
                                                "No emulator found for arch '%s'"
                                                        .formatted(arch))));
    }

    /// The version of the binary that guests of the host's own architecture get, as the
    /// hypervisor's: major * 1000000 + minor * 1000 + micro.
    ///
    /// @throws LibvirtException INTERNAL_ERROR if none is installed; what [#capabilities] throws
    public int version() {
        String binary =
                binary(hostArch())
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                ErrorDomain.QEMU,
                                                ErrorCode.INTERNAL_ERROR,
                                                "Cannot find suitable emulator for %s"
                                                        .formatted(hostArch())));
        return capabilities(binary).version();
    }

    /// The architectures for which a working binary is installed, in libvirt's order.
    ///
    /// What does not answer as a QEMU does is left out.
    public List<GuestEmulator> guests() {
        var binaries = new LinkedHashMap<String, String>();
        for (String arch : Architectures.ALL) {
            binary(arch).ifPresent(path -> binaries.put(arch, path));
        }
        Map<String, QemuCapabilities> answers = answers(Set.copyOf(binaries.values()));
        var guests = new ArrayList<GuestEmulator>();
        binaries.forEach(
                (arch, binary) -> {
                    if (answers.containsKey(binary)) {
                        guests.add(new GuestEmulator(arch, answers.get(binary)));
                    }
                });
        return guests;
    }

    /// What all working binaries of this host can do, each once.
    public List<QemuCapabilities> emulators() {
        var emulators = new LinkedHashMap<String, QemuCapabilities>();
        for (GuestEmulator guest : guests()) {
            emulators.putIfAbsent(guest.capabilities().binary(), guest.capabilities());
        }
        return List.copyOf(emulators.values());
    }

    /// Asks as many at once as there are processors.
    private Map<String, QemuCapabilities> answers(Set<String> binaries) {
        var answers = new ConcurrentHashMap<String, QemuCapabilities>();
        int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors());
        try (var askers = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            for (String binary : binaries) {
                askers.execute(
                        () -> working(binary).ifPresent(found -> answers.put(binary, found)));
            }
        }
        return answers;
    }

    private Optional<QemuCapabilities> working(String binary) {
        try {
            return Optional.of(capabilities(binary));
        } catch (LibvirtException e) {
            LOG.log(Level.DEBUG, "leaving out " + binary, e);
            return Optional.empty();
        }
    }
}
