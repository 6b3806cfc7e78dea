package dev.jvirt.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DaemonPathsTest {
    @Test
    void rootUsesThePathsOfTheSystem() {
        var paths = DaemonPaths.of(Optional.empty(), 0, Map.of());

        assertThat(paths.privileged()).isTrue();
        assertThat(paths.config()).isEqualTo(Path.of("/etc/libvirt/libvirtd.conf"));
        assertThat(paths.run()).isEqualTo(Path.of("/run/libvirt"));
        assertThat(paths.pidFile()).isEqualTo(Path.of("/run/libvirtd.pid"));
        assertThat(paths.log()).isEqualTo(Path.of("/var/log/libvirt/libvirtd.log"));
    }

    @Test
    void everythingLiesUnderTheRoot() {
        var paths = DaemonPaths.of(Optional.of(Path.of("/r")), 1000, Map.of());

        assertThat(paths.privileged()).isTrue();
        assertThat(paths.run()).isEqualTo(Path.of("/r/run/libvirt"));
        assertThat(paths.pidFile()).isEqualTo(Path.of("/r/run/libvirtd.pid"));
    }

    @Test
    void othersUseTheFoldersOfTheirSession() {
        var environment =
                Map.of("HOME", "/home/joe", "XDG_RUNTIME_DIR", "/run/user/7", "XDG_CACHE_HOME", "");

        var paths = DaemonPaths.of(Optional.empty(), 7, environment);

        assertThat(paths.privileged()).isFalse();
        assertThat(paths.config()).isEqualTo(Path.of("/home/joe/.config/libvirt/libvirtd.conf"));
        assertThat(paths.run()).isEqualTo(Path.of("/run/user/7/libvirt"));
        assertThat(paths.pidFile()).isEqualTo(Path.of("/run/user/7/libvirt/libvirtd.pid"));
        assertThat(paths.log()).isEqualTo(Path.of("/home/joe/.cache/libvirt/libvirtd.log"));
    }
}
