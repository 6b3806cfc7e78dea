package dev.jvirt.qemu.process;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.process.ForeignProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Starts that a daemon had begun, but did not live to write down.
///
/// What is left of such a start is a private folder that belongs to no domain, and perhaps a QEMU
/// that names it. Both would be in the way of the next start.
final class AbandonedStarts {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.qemu.process");
    private static final String DRIVERS_OWN = "driver.pid";

    private final QemuFolders folders;
    private final Termination termination;

    AbandonedStarts(ProcessSettings settings) {
        folders = settings.folders();
        termination = new Termination(settings.deadlines());
    }

    /// Ends and removes what belongs to none of the domains that run.
    ///
    /// @param owned the private folders of the running domains
    void undo(Set<Path> owned) {
        for (Path folder : entries(folders.lib(), "domain-*")) {
            if (!owned.contains(folder)) {
                try {
                    endWhoNames(folder + "/");
                    LiveFiles.removeTree(folder);
                    LiveFiles.removeTree(folders.channels().resolve(folder.getFileName()));
                } catch (IOException | LibvirtException failure) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "cannot undo the start of " + folder.getFileName(),
                            failure);
                }
            }
        }
        removePidFiles();
    }

    private void endWhoNames(String folder) throws IOException {
        for (Path entry : entries(Path.of("/proc"), "[0-9]*")) {
            if (words(entry).contains(folder)) {
                int pid = Integer.parseInt(entry.getFileName().toString());
                LOG.log(
                        System.Logger.Level.WARNING,
                        "QEMU {0} belongs to no domain",
                        entry.getFileName());
                try (var qemu = ForeignProcess.open(pid)) {
                    termination.end(qemu, false);
                }
            }
        }
    }

    private static String words(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    /// A number without a status file is that of no domain.
    private void removePidFiles() {
        for (Path file : entries(folders.state(), "*.pid")) {
            String name = file.getFileName().toString();
            String status = name.substring(0, name.length() - ".pid".length()) + ".xml";
            if (!name.equals(DRIVERS_OWN) && Files.notExists(file.resolveSibling(status))) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException failure) {
                    LOG.log(System.Logger.Level.WARNING, "cannot remove {0}", file);
                }
            }
        }
    }

    private static List<Path> entries(Path folder, String pattern) {
        try (var entries = Files.newDirectoryStream(folder, pattern)) {
            var found = new ArrayList<Path>();
            entries.forEach(found::add);
            return found;
        } catch (IOException missing) {
            return List.of();
        }
    }
}
