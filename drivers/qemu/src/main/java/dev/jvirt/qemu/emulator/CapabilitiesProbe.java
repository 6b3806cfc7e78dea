package dev.jvirt.qemu.emulator;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.capabilities.CacheStamp;
import dev.jvirt.qemu.capabilities.HostFacts;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuCapabilitiesProber;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.capabilities.QmpQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Finds out what a binary can do by starting it.
public final class CapabilitiesProbe {
    private final Conversations conversations;

    /// A way to talk to a binary.
    @FunctionalInterface
    public interface Conversations {
        /// Starts a binary that takes commands when this returns.
        ///
        /// @param accelerators what it may use, by QEMU's names, the best first, parted by colons
        Conversation start(String binary, String accelerators);
    }

    /// A talk with a started binary; closing it ends the binary.
    public interface Conversation extends QmpQuery, AutoCloseable {
        @Override
        void close();
    }

    /// Asks in `conversations`.
    public CapabilitiesProbe(Conversations conversations) {
        this.conversations = conversations;
    }

    /// Starts real processes.
    public static CapabilitiesProbe ofProcesses(ProbeSettings settings) {
        return new CapabilitiesProbe(
                (binary, accelerators) -> ProbeProcess.start(binary, accelerators, settings));
    }

    /// What a binary can do.
    ///
    /// @throws LibvirtException SYSTEM_ERROR if it cannot be run, INTERNAL_ERROR or
    ///     OPERATION_TIMEOUT if it does not answer as a QEMU does
    public QemuCapabilities probe(String binary, ProbeWorld world) {
        CacheStamp stamp = check(binary, world); // first: a change meanwhile is noticed later
        return probe(binary, world.hostFacts()).toBuilder().stamp(stamp).build();
    }

    private static CacheStamp check(String binary, ProbeWorld world) {
        try {
            Path file = ProbeWorld.file(binary);
            CacheStamp stamp = world.stamp(binary);
            if (Files.isDirectory(file)) {
                throw notExecutable(binary, "Is a directory");
            }
            if (!Files.isExecutable(file)) {
                throw notExecutable(binary, "Permission denied");
            }
            return stamp;
        } catch (IOException e) {
            throw new LibvirtException(
                    ErrorDomain.QEMU,
                    ErrorCode.SYSTEM_ERROR,
                    "Cannot check QEMU binary %s: %s"
                            .formatted(
                                    binary,
                                    e instanceof NoSuchFileException
                                            ? "No such file or directory"
                                            : e.getMessage()),
                    e);
        }
    }

    private static LibvirtException notExecutable(String binary, String why) {
        return new LibvirtException(
                ErrorDomain.QEMU,
                ErrorCode.SYSTEM_ERROR,
                "QEMU binary %s is not executable: %s".formatted(binary, why));
    }

    /// What a binary says on a host with these facts.
    public QemuCapabilities probe(String binary, HostFacts host) {
        QemuCapabilities found;
        try (Conversation qemu = conversations.start(binary, "kvm:tcg")) {
            found = QemuCapabilitiesProber.probe(binary, qemu);
        }
        if (QemuCapabilitiesProber.needsTcgProbe(found)) {
            try (Conversation qemu = conversations.start(binary, "tcg")) {
                found = QemuCapabilitiesProber.probeTcg(found, qemu);
            }
        }
        return found.has(QemuFlag.KVM) ? found.toBuilder().host(host).build() : found;
    }
}
