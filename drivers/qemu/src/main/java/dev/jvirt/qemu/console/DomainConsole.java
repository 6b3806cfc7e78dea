package dev.jvirt.qemu.console;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainConsoleFlag;
import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Devices;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.host.io.Pty;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Connects to consoles, serial and parallel ports.
public final class DomainConsole {
    private DomainConsole() {}

    /// Connects to a character device of a running domain.
    ///
    /// @param live the live definition
    /// @param sessions who is connected already
    /// @param device the alias of the device; empty for the first console
    /// @throws LibvirtException INTERNAL_ERROR if there is no such device, or none that has a host
    /// end to connect to
    public static StreamChannel open(
            DomainDefinition live,
            ConsoleSessions sessions,
            Optional<String> device,
            Flags<DomainConsoleFlag> flags) {
        flags.allow(
                ErrorDomain.QEMU,
                "qemuDomainOpenConsole",
                DomainConsoleFlag.SAFE,
                DomainConsoleFlag.FORCE);
        CharDevice found =
                find(live.devices(), device)
                        .orElseThrow(
                                () ->
                                        error(
                                                "cannot find character device %s"
                                                        .formatted(device.orElse("<null>"))));
        boolean force = flags.has(DomainConsoleFlag.FORCE);
        return switch (found.backend().source()) {
            case CharSource.Pty pty when pty.path().isPresent() -> {
                String path = pty.path().get();
                yield sessions.open(path, force, () -> Pty.open(Path.of(path)));
            }
            case CharSource.Unix socket when socket.path().isPresent() -> {
                String path = socket.path().get();
                yield sessions.open(path, force, () -> connect(path));
            }
            default ->
                    throw error(
                            "character device %s is not using a PTY"
                                    .formatted(device.orElse(alias(found))));
        };
    }

    private static Optional<CharDevice> find(Devices devices, Optional<String> alias) {
        List<CharDevice> candidates = new ArrayList<>(consoles(devices));
        candidates.addAll(devices.serials());
        if (alias.isEmpty()) {
            return candidates.stream().findFirst();
        }
        candidates.addAll(devices.parallels());
        return candidates.stream()
                .filter(device -> device.info().alias().equals(alias))
                .findFirst();
    }

    /// The first consoles of a machine are its serial ports, seen through another element.
    private static List<CharDevice> consoles(Devices devices) {
        List<CharDevice> serials = devices.serials();
        var consoles = new ArrayList<CharDevice>();
        for (CharDevice console : devices.consoles()) {
            boolean seen = consoles.size() < serials.size() && isSerial(console);
            consoles.add(seen ? serials.get(consoles.size()) : console);
        }
        return consoles;
    }

    private static boolean isSerial(CharDevice console) {
        return console.target() instanceof CharTarget.Console target
                && target.type().orElse(CharTarget.ConsoleType.SERIAL)
                        == CharTarget.ConsoleType.SERIAL;
    }

    private static String alias(CharDevice device) {
        return device.info().alias().orElse("default");
    }

    private static ByteChannel connect(String path) throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(path));
    }

    private static LibvirtException error(String detail) {
        return new LibvirtException(ErrorDomain.QEMU, ErrorCode.INTERNAL_ERROR, detail);
    }
}
