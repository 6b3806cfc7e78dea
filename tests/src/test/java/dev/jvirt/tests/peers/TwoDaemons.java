package dev.jvirt.tests.peers;

import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import java.nio.file.Path;
import java.util.List;

/// Our daemon and C libvirt's, both fresh.
record TwoDaemons(JvirtLibvirtd jvirt, CLibvirtd c) implements AutoCloseable {
    /// Starts both below a folder.
    static TwoDaemons start(Path folder) {
        Peers.needProduct();
        Peers.needCLibvirtd();
        var c = CLibvirtd.start(Peers.root(folder, "c"));
        try {
            return new TwoDaemons(JvirtLibvirtd.start(Peers.root(folder, "j")), c);
        } catch (RuntimeException e) {
            c.close();
            throw e;
        }
    }

    List<Daemon> both() {
        return List.of(jvirt, c);
    }

    @Override
    public void close() {
        try (c;
                jvirt) {
            // both end, whatever happens to one of them
        }
    }
}
