package dev.jvirt.qemu.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.qemu.capabilities.CapabilitiesWriter;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapabilitiesCacheTest {
    private static final String BINARY = "/usr/bin/qemu-system-x86_64";

    private final Path folder;

    CapabilitiesCacheTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static QemuCapabilities capabilities(String binary) {
        return QemuCapabilities.builder()
                .binary(binary)
                .arch("x86_64")
                .version(8001002)
                .set(QemuFlag.TCG)
                .build();
    }

    @Test
    void whatIsStoredIsFoundAgain() throws IOException {
        var cache = new CapabilitiesCache(folder.resolve("qemu/capabilities"));

        cache.store(capabilities(BINARY));

        QemuCapabilities found = cache.load(BINARY).orElseThrow();
        assertThat(CapabilitiesWriter.format(found))
                .isEqualTo(CapabilitiesWriter.format(capabilities(BINARY)));
        assertThat(Files.getPosixFilePermissions(cache.file(BINARY)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void theFileIsNamedAsLibvirtNamesIt() {
        assertThat(new CapabilitiesCache(folder).file(BINARY))
                .hasFileName(
                        "926803a9278e445ec919c2b6cbd8c1c449c75b26dcb1686b774314180376c725.xml");
    }

    @Test
    void nothingElseIsLeftInTheFolder() throws IOException {
        var cache = new CapabilitiesCache(folder);

        cache.store(capabilities(BINARY));
        cache.store(capabilities(BINARY));

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(cache.file(BINARY));
        }
    }

    @Test
    void whatWasNeverStoredIsNotFound() {
        assertThat(new CapabilitiesCache(folder.resolve("none")).load(BINARY)).isEmpty();
    }

    @Test
    void brokenFilesAreAsGoodAsNone() throws IOException {
        var cache = new CapabilitiesCache(folder);
        String document = CapabilitiesWriter.format(capabilities(BINARY));

        for (String broken :
                new String[] {
                    "",
                    "not XML",
                    document.substring(0, document.length() / 2),
                    document.replace("<arch>x86_64", "<arch>z80"),
                    document.replace("name='tcg'", "name='time-travel'"),
                    document.replace("<version>8001002</version>", ""),
                    document.replace("8001002", "new"),
                    document.replace("qemuCaps", "domain"),
                }) {
            Files.writeString(cache.file(BINARY), broken);

            assertThat(cache.load(BINARY)).as(broken).isEmpty();
        }
        Files.write(cache.file(BINARY), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(cache.load(BINARY)).isEmpty();
    }

    @Test
    void theAnswersOfAnotherBinaryAreNotBelieved() throws IOException {
        var cache = new CapabilitiesCache(folder);
        Files.writeString(cache.file(BINARY), CapabilitiesWriter.format(capabilities("/opt/qemu")));

        assertThat(cache.load(BINARY)).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsNoError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        var cache = new CapabilitiesCache(file.resolve("capabilities"));

        cache.store(capabilities(BINARY));

        assertThat(cache.load(BINARY)).isEmpty();
    }
}
