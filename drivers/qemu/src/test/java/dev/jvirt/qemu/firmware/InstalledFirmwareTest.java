package dev.jvirt.qemu.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledFirmwareTest {
    private final Path root;

    InstalledFirmwareTest(@TempDir Path folder) {
        this.root = folder;
    }

    private Path install(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String bios(String code) {
        return """
        {"interface-types": ["bios"],
         "mapping": {"device": "memory", "filename": "%s"},
         "targets": [{"architecture": "x86_64", "machines": ["pc-*"]}], "features": []}
        """
                .formatted(code);
    }

    @Test
    void aFileTakesThePlaceOfThoseInLaterFolders() throws IOException {
        Path shared = install("usr/share/qemu/firmware/50-a.json", bios("/a"));
        install("usr/share/qemu/firmware/40-b.json", bios("/b"));
        Path own = install("etc/qemu/firmware/40-b.json", bios("/own"));

        assertThat(InstalledFirmware.ofSystem(root).files()).containsExactly(own, shared);
    }

    @Test
    void anEmptyFileHidesAnother() throws IOException {
        install("usr/share/qemu/firmware/50-a.json", bios("/a"));
        install("etc/qemu/firmware/50-a.json", "");

        assertThat(InstalledFirmware.ofSystem(root).all()).isEmpty();
    }

    @Test
    void aUsersOwnComesFirst() throws IOException {
        install("etc/qemu/firmware/50-a.json", bios("/a"));
        Path own = install("home/.config/qemu/firmware/50-a.json", bios("/own"));

        assertThat(InstalledFirmware.ofSession(root, root.resolve("home/.config")).files())
                .containsExactly(own);
    }

    @Test
    void otherFilesAndBrokenOnesAreLeftOut() throws IOException {
        install("etc/qemu/firmware/10-broken.json", "{");
        install("etc/qemu/firmware/20-good.json", bios("/good"));
        install("etc/qemu/firmware/.30-hidden.json", bios("/hidden"));
        install("etc/qemu/firmware/README", "read me");

        var firmware = InstalledFirmware.ofSystem(root);

        assertThat(firmware.all()).extracting(one -> one.mapping().code()).containsExactly("/good");
        assertThat(firmware.forMachine("x86_64", "pc-1")).hasSize(1);
        assertThat(firmware.forMachine("x86_64", "q35")).isEmpty();
    }

    @Test
    void aHostWithoutFirmwareHasNone() {
        assertThat(InstalledFirmware.ofSystem(root).all()).isEmpty();
    }
}
