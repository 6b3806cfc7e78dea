package dev.jvirt.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostUuidTest {
    private static final String UUID_TEXT = "4dea22b3-1d52-d8f3-2516-782e98ab3fa0";

    private final Path root;

    HostUuidTest(@TempDir Path root) {
        this.root = root;
    }

    private void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    @Test
    void takesTheFirmwaresUuid() throws IOException {
        write("sys/class/dmi/id/product_uuid", UUID_TEXT.toUpperCase(java.util.Locale.ROOT) + "\n");

        assertThat(HostUuid.read(root, HostUuid.Source.SMBIOS)).hasToString(UUID_TEXT);
    }

    @Test
    void takesTheMachineIdIfTold() throws IOException {
        write("etc/machine-id", UUID_TEXT.replace("-", "") + "\n");

        assertThat(HostUuid.read(root, HostUuid.Source.MACHINE_ID)).hasToString(UUID_TEXT);
    }

    @Test
    void doesNotBelieveFirmwareThatKnowsNothing() throws IOException {
        write("sys/devices/virtual/dmi/id/product_uuid", "ffffffff-ffff-ffff-ffff-ffffffffffff\n");
        write("sys/class/dmi/id/product_uuid", "00000000-0000-0000-0000-000000000000\n");

        UUID madeUp = HostUuid.read(root, HostUuid.Source.SMBIOS);

        assertThat(HostUuid.parse(madeUp.toString())).contains(madeUp);
        assertThat(HostUuid.read(root, HostUuid.Source.SMBIOS)).isEqualTo(madeUp);
    }

    @Test
    void refusesWhatIsNoUuid() {
        assertThat(HostUuid.parse(UUID_TEXT)).contains(UUID.fromString(UUID_TEXT));
        assertThat(HostUuid.parse("")).isEmpty();
        assertThat(HostUuid.parse(UUID_TEXT.substring(1))).isEmpty();
        assertThat(HostUuid.parse(UUID_TEXT.replace('4', 'g'))).isEmpty();
        assertThat(HostUuid.parse(UUID_TEXT + "0")).isEmpty();
    }
}
