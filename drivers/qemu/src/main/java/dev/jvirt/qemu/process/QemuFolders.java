package dev.jvirt.qemu.process;

import java.nio.file.Path;
import java.util.List;

/// Where the driver keeps what: libvirt's folders, see its `qemu.conf` and man pages.
///
/// @param config definitions, `etc/libvirt/qemu`
/// @param state what is known of running domains, `run/libvirt/qemu`
/// @param lib what belongs to single domains, `var/lib/libvirt/qemu`
/// @param cache what can be found out again, `var/cache/libvirt/qemu`
/// @param log the logs of the domains, `var/log/libvirt/qemu`
/// @param data where saved states, firmware variables and the like are
public record QemuFolders(Path config, Path state, Path lib, Path cache, Path log, Path data) {
    /// The folders of the system's daemon.
    public static QemuFolders ofSystem(Path sysconf, Path run, Path lib, Path cache, Path log) {
        return new QemuFolders(
                sysconf.resolve("qemu"),
                run.resolve("qemu"),
                lib.resolve("qemu"),
                cache.resolve("qemu"),
                log.resolve("qemu"),
                lib.resolve("qemu"));
    }

    /// The folders of a user's session: three of the XDG base directories.
    public static QemuFolders ofSession(Path config, Path run, Path cache) {
        Path data = config.resolve("qemu");
        return new QemuFolders(
                data,
                run.resolve("qemu/run"),
                data.resolve("lib"),
                cache.resolve("qemu/cache"),
                cache.resolve("qemu/log"),
                data);
    }

    /// Links to the definitions that start with the host.
    public Path autostart() {
        return config.resolve("autostart");
    }

    /// Saved states that wait for the next start.
    public Path save() {
        return data.resolve("save");
    }

    /// What was in the memory of guests that panicked.
    public Path dumps() {
        return data.resolve("dump");
    }

    /// The descriptions of snapshots.
    public Path snapshots() {
        return data.resolve("snapshot");
    }

    /// The descriptions of checkpoints.
    public Path checkpoints() {
        return data.resolve("checkpoint");
    }

    /// The sockets of channels.
    public Path channels() {
        return data.resolve("channel/target");
    }

    /// Firmware variables.
    public Path nvram() {
        return data.resolve("nvram");
    }

    /// What must be there before the first domain starts.
    public List<Path> needed() {
        return List.of(
                state,
                lib,
                cache,
                save(),
                snapshots(),
                checkpoints(),
                dumps(),
                channels(),
                nvram(),
                data.resolve("ram"));
    }
}
