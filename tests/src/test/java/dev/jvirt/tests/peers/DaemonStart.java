package dev.jvirt.tests.peers;

import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.ServiceStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How a libvirtd is started, whichever it is.
enum DaemonStart {
    C,
    JVIRT;

    /// Skips the test if there is no such daemon here.
    void need() {
        switch (this) {
            case C -> Peers.needCLibvirtd();
            case JVIRT -> Peers.needProduct();
        }
    }

    /// The folder of its sockets, which is there.
    Path sockets(Path root) {
        try {
            return switch (this) {
                case C -> root;
                case JVIRT -> Files.createDirectories(root.resolve("run/libvirt"));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts one that may have reasons to end at once.
    ///
    /// @param config lines of its configuration
    Daemon launch(ServiceStart by, Path root, String config, String... options) {
        return switch (this) {
            case C -> CLibvirtd.launch(by, root, config, options);
            case JVIRT -> {
                var words = new ArrayList<>(List.of("-f", Peers.file(root, "my.conf", config)));
                words.addAll(Arrays.asList(options));
                yield JvirtLibvirtd.launch(by, "libvirtd", root, words.toArray(String[]::new));
            }
        };
    }

    /// Starts one and waits until it listens.
    Daemon start(Path root, String config, String... options) {
        Daemon daemon = launch(ServiceStart.plain(), root, config, options);
        daemon.awaitSocket();
        return daemon;
    }
}
