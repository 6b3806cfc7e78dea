package dev.jvirt.qemu.domcaps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.qemu.domcaps.GuestHost.TpmVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TpmEmulatorTest {
    private final Path folder;

    TpmEmulatorTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void install(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Optional<Set<TpmVersion>> versions(String setup) throws IOException {
        install("swtpm", "exit 1");
        install("swtpm_ioctl", "exit 1");
        install("swtpm_setup", setup);
        return new TpmEmulator(name -> Optional.of(folder.resolve(name)).filter(Files::exists))
                .versions();
    }

    @Test
    void theProgramSaysWhichVersionsItEmulates() throws IOException {
        String setup =
                """
                [ "$1" = --print-capabilities ] || exit 1
                echo '{"type": "swtpm_setup", "features": ["cmdarg-keyfile-fd", "tpm-2.0"]}'
                """;

        assertThat(versions(setup)).contains(Set.of(TpmVersion.V2_0));
    }

    @Test
    void oneThatDoesNotSayIsThereWithoutVersions() throws IOException {
        assertThat(versions("exit 1")).contains(Set.of());
        assertThat(versions("echo nonsense")).contains(Set.of());
    }

    @Test
    void allThreeProgramsAreNeeded() throws IOException {
        versions("exit 1");

        var incomplete =
                new TpmEmulator(
                        name ->
                                name.equals("swtpm_ioctl")
                                        ? Optional.empty()
                                        : Optional.of(folder.resolve(name)));

        assertThat(incomplete.versions()).isEmpty();
    }
}
