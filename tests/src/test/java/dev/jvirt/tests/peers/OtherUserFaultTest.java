package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.Output;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.Programs;
import dev.jvirt.tests.lab.Sshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a user without rights is told, who is nobody in particular: root can read everything.
@Timeout(120)
class OtherUserFaultTest {
    @TempDir Path folder;

    @BeforeEach
    void letNobodyIn() throws IOException {
        Peers.needProduct();
        Peers.needCLibvirtd();
        Peers.needRoot();
        Peers.needProgram("setpriv");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assumeTrue(
                asNobody(Product.program("virsh"), "test:///default", "list").exit() == 0,
                "another user cannot run the product here");
    }

    private static Output asNobody(String virsh, String uri, String... words) {
        var command =
                new ArrayList<>(
                        List.of(
                                "setpriv",
                                "--reuid=65534",
                                "--regid=65534",
                                "--clear-groups",
                                "env",
                                "HOME=/nonexistent",
                                virsh,
                                "-c",
                                uri));
        command.addAll(List.of(words));
        return Programs.run(command, "");
    }

    /// The last line of what both virshs complain about.
    private static List<String> complaints(String uri) {
        return List.of(
                lastLine(asNobody("virsh", uri, "uri")),
                lastLine(asNobody(Product.program("virsh"), uri, "uri")));
    }

    private static String lastLine(Output output) {
        assertThat(output.exit()).isEqualTo(1);
        return output.err().lines().reduce("", (_, line) -> line);
    }

    @Test
    void aSocketWithoutPermissionIsNamed() throws IOException {
        try (var daemon = CLibvirtd.start(Peers.root(folder, "c"))) {
            Files.setPosixFilePermissions(
                    daemon.socket(), PosixFilePermissions.fromString("rwx------"));

            var said = complaints(daemon.uri("qemu:///system"));

            assertThat(said.getFirst())
                    .isEqualTo(
                            "error: Failed to connect socket to '%s': Permission denied"
                                    .formatted(daemon.socket()));
            assertThat(said.getLast()).isEqualTo(said.getFirst());
        }
    }

    @Test
    void aProgramWithoutPermissionIsNamed() throws IOException {
        Path program = Files.writeString(folder.resolve("way"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));

        var said = complaints("qemu+ext:///system?command=" + program);

        // C libvirt notices the end of the program in several places, and words it accordingly.
        assertThat(said.getLast())
                .isEqualTo("error: Cannot run '%s': Permission denied".formatted(program));
    }

    @Test
    void aKeyWithoutPermissionIsNamed() throws IOException {
        Peers.needSshd();
        try (var daemon = CLibvirtd.start(Peers.root(folder, "c"));
                var sshd = Sshd.start(Peers.root(folder, "s"), daemon)) {
            var said = complaints(sshd.libraryUri("libssh", ""));

            assertThat(said.getFirst())
                    .startsWith("error: authentication failed: error while ")
                    .contains(sshd.key().toString());
            assertThat(said.getLast())
                    .isEqualTo(
                            ("error: authentication failed: error while reading private key '%s':"
                                            + " Permission denied")
                                    .formatted(sshd.key()));
        }
    }
}
