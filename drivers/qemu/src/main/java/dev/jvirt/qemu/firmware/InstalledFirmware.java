package dev.jvirt.qemu.firmware;

import dev.jvirt.qemu.json.JsonException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The firmware of a host.
///
/// Its descriptors are in several folders. A file takes the place of those with the same name in
/// later folders, and an empty one just hides them; the names say in which order they are tried.
public final class InstalledFirmware {
    private static final System.Logger LOG = System.getLogger("qemu.firmware");
    private static final String SUFFIX = ".json";

    private final List<Path> folders;

    /// @param folders the most important first
    public InstalledFirmware(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /// What the system's daemon uses.
    ///
    /// @param root `/` but in tests
    public static InstalledFirmware ofSystem(Path root) {
        return new InstalledFirmware(
                List.of(
                        root.resolve("etc/qemu/firmware"),
                        root.resolve("usr/share/qemu/firmware")));
    }

    /// What a user's session uses: his own first.
    ///
    /// @param config the user's folder for configuration files
    public static InstalledFirmware ofSession(Path root, Path config) {
        return new InstalledFirmware(
                List.of(
                        config.resolve("qemu/firmware"),
                        root.resolve("etc/qemu/firmware"),
                        root.resolve("usr/share/qemu/firmware")));
    }

    /// The files with descriptors, in the order in which they are tried.
    public List<Path> files() {
        var byName = new TreeMap<String, Path>();
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                byName.putIfAbsent(file.getFileName().toString(), file);
            }
        }
        return byName.values().stream().filter(InstalledFirmware::hasContent).toList();
    }

    private static List<Path> files(Path folder) {
        var files = new ArrayList<Path>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : entries) {
                if (!file.getFileName().toString().startsWith(".") && Files.isRegularFile(file)) {
                    files.add(file);
                }
            }
        } catch (IOException e) {
            // nothing is installed there
        }
        return files;
    }

    private static boolean hasContent(Path file) {
        try {
            return Files.size(file) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// All firmware. A descriptor that makes no sense is left out.
    public List<FirmwareDescriptor> all() {
        var all = new ArrayList<FirmwareDescriptor>();
        for (Path file : files()) {
            try {
                all.add(FirmwareDescriptor.parse(Files.readString(file, StandardCharsets.UTF_8)));
            } catch (IOException | JsonException e) {
                LOG.log(Level.DEBUG, "ignoring " + file, e);
            }
        }
        return all;
    }

    /// The firmware for a machine.
    ///
    /// @param machine its real name
    public List<FirmwareDescriptor> forMachine(String arch, String machine) {
        return all().stream().filter(firmware -> firmware.isFor(arch, machine)).toList();
    }
}
