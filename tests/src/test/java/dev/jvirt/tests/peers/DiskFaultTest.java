package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.Output;
import dev.jvirt.tests.lab.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders that take no more, or nothing at all.
class DiskFaultTest {
    private static final int MORE_THAN_FITS = 100;

    @TempDir Path root;

    private final List<Path> mounted = new ArrayList<>();
    private final List<JvirtLibvirtd> daemons = new ArrayList<>();

    @BeforeEach
    void needParts() {
        Peers.needProduct();
        Peers.needProgram("virsh");
        Peers.needRoot();
        Peers.needProgram("mount");
    }

    @AfterEach
    void cleanUp() {
        daemons.forEach(JvirtLibvirtd::close);
        mounted.forEach(folder -> Programs.run("umount", "-l", folder.toString()));
    }

    private Path mount(String folder, String options) throws IOException {
        Path place = Files.createDirectories(root.resolve(folder));
        Programs.run("mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString()).orFail();
        mounted.add(place);
        return place;
    }

    private JvirtLibvirtd daemon() {
        var daemon = JvirtLibvirtd.start(root);
        daemons.add(daemon);
        return daemon;
    }

    private Output define(JvirtLibvirtd daemon, String name, String title) throws IOException {
        // outside of the root, so that the full disk is the daemon's problem alone
        Path file = Files.createTempFile("guest", ".xml");
        try {
            Files.writeString(
                    file,
                    GuestXml.idle(name)
                            .replace("<memory", "<title>%s</title><memory".formatted(title)));
            return Peers.virsh(daemon.uri("qemu:///system"), "define", file.toString());
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> names(JvirtLibvirtd daemon) {
        return Peers.virsh(daemon.uri("qemu:///system"), "list", "--all", "--name")
                .orFail()
                .strip()
                .lines()
                .toList();
    }

    private static String xml(JvirtLibvirtd daemon, String name) {
        return Peers.virsh(daemon.uri("qemu:///system"), "dumpxml", name).orFail();
    }

    @Test
    void aFullDiskLosesNothing() throws IOException {
        Path full = mount("etc/libvirt/qemu", "size=48k");
        var daemon = daemon();
        var defined = new ArrayList<String>();
        Output last = define(daemon, "web0", "first");
        while (last.exit() == 0 && defined.size() < MORE_THAN_FITS) {
            defined.add("web" + defined.size());
            last = define(daemon, "web" + defined.size(), "first");
        }

        assertThat(defined).hasSizeBetween(1, MORE_THAN_FITS - 1);
        assertThat(last.err()).contains("No space left on device", full.toString());
        assertThat(define(daemon, "web0", "second").exit()).isEqualTo(1);
        assertThat(xml(daemon, "web0")).contains("<title>first</title>");
        assertThat(names(daemon)).containsExactlyInAnyOrderElementsOf(defined);

        daemon.process().kill();
        daemon.restart();
        assertThat(names(daemon)).containsExactlyInAnyOrderElementsOf(defined);
        assertThat(xml(daemon, "web0")).contains("<title>first</title>");
        assertThat(full)
                .isDirectoryNotContaining(
                        file -> Files.isRegularFile(file) && !file.toString().endsWith(".xml"));

        Peers.virsh(daemon.uri("qemu:///system"), "undefine", defined.getLast()).orFail();
        assertThat(define(daemon, "web0", "second").exit()).isZero();
        assertThat(xml(daemon, "web0")).contains("<title>second</title>");
    }

    @Test
    void aReadOnlyFolderIsNamed() throws IOException {
        var daemon = daemon();
        define(daemon, "web", "first").orFail();
        Path folder = root.resolve("etc/libvirt/qemu");
        Programs.run("mount", "--bind", "-o", "ro", folder.toString(), folder.toString()).orFail();
        mounted.add(folder);

        assertThat(define(daemon, "other", "first").err())
                .contains("Read-only file system", folder.toString());
        assertThat(define(daemon, "web", "second").exit()).isEqualTo(1);

        assertThat(names(daemon)).containsExactly("web");
        assertThat(xml(daemon, "web")).contains("<title>first</title>");
        Programs.run("umount", "-l", folder.toString()).orFail();
        define(daemon, "web", "second").orFail();
    }

    @Test
    void aDaemonThatCannotMakeItsFoldersNamesTheFirst() throws IOException {
        Path place = mount("run", "size=64k,ro");

        var daemon = JvirtLibvirtd.launch(root);
        daemons.add(daemon);

        assertThat(daemon.process().awaitEnd()).isNotZero();
        assertThat(daemon.process().printed()).contains(place.toString(), "Read-only file system");
    }

    @Test
    void aBrokenDefinitionOnDiskCostsOnlyItself() throws IOException {
        var daemon = daemon();
        define(daemon, "web", "first").orFail();
        define(daemon, "other", "first").orFail();
        daemon.process().stop();
        Path folder = root.resolve("etc/libvirt/qemu");
        Files.writeString(folder.resolve("web.xml"), "<domain type='qemu'><name>we");
        Files.writeString(folder.resolve("empty.xml"), "");

        daemon.restart();

        assertThat(names(daemon)).containsExactly("other");
        assertThat(folder.resolve("web.xml")).exists();
    }
}
