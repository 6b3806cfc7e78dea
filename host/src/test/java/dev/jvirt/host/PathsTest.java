package dev.jvirt.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PathsTest {
    private static Paths session(Map<String, String> environment) {
        return Paths.of(Optional.empty(), false, environment);
    }

    @Test
    void theSystemsFoldersAreLibvirts() {
        var paths = Paths.of(Optional.empty(), true, Map.of("HOME", "/root"));

        assertThat(paths)
                .isEqualTo(
                        new Paths(
                                Path.of("/etc/libvirt"),
                                Path.of("/run/libvirt"),
                                Path.of("/var/lib/libvirt"),
                                Path.of("/var/cache/libvirt"),
                                Path.of("/var/log/libvirt")));
    }

    @Test
    void aRootHoldsAllFoldersForAnyUser() {
        for (boolean privileged : new boolean[] {true, false}) {
            var paths = Paths.of(Optional.of(Path.of("/r")), privileged, Map.of("HOME", "/h"));

            assertThat(paths.config()).isEqualTo(Path.of("/r/etc/libvirt"));
            assertThat(paths.run()).isEqualTo(Path.of("/r/run/libvirt"));
            assertThat(paths.lib()).isEqualTo(Path.of("/r/var/lib/libvirt"));
            assertThat(paths.cache()).isEqualTo(Path.of("/r/var/cache/libvirt"));
            assertThat(paths.log()).isEqualTo(Path.of("/r/var/log/libvirt"));
        }
    }

    @Test
    void aSessionUsesTheFoldersOfItsUser() {
        var paths = session(Map.of("HOME", "/home/u", "XDG_RUNTIME_DIR", "/run/user/1000"));

        assertThat(paths.config()).isEqualTo(Path.of("/home/u/.config/libvirt"));
        assertThat(paths.run()).isEqualTo(Path.of("/run/user/1000/libvirt"));
        assertThat(paths.lib()).isEqualTo(paths.config());
        assertThat(paths.cache()).isEqualTo(Path.of("/home/u/.cache/libvirt"));
        assertThat(paths.log()).isEqualTo(paths.cache());
    }

    @Test
    void aSessionFollowsTheEnvironment() {
        var paths = session(Map.of("HOME", "/h", "XDG_CONFIG_HOME", "/c", "XDG_CACHE_HOME", "/k"));

        assertThat(paths.config()).isEqualTo(Path.of("/c/libvirt"));
        assertThat(paths.cache()).isEqualTo(Path.of("/k/libvirt"));
        assertThat(paths.run()).isEqualTo(paths.cache());
    }

    @Test
    void anEmptyVariableSaysNothing() {
        var paths = session(Map.of("HOME", "/h", "XDG_CONFIG_HOME", "", "XDG_RUNTIME_DIR", ""));

        assertThat(paths.config()).isEqualTo(Path.of("/h/.config/libvirt"));
        assertThat(paths.run()).isEqualTo(Path.of("/h/.cache/libvirt"));
    }
}
