package dev.jvirt.qemu.domcaps;

import dev.jvirt.host.process.ProgramPath;
import dev.jvirt.host.process.ProgramStart;
import dev.jvirt.qemu.domcaps.GuestHost.TpmVersion;
import dev.jvirt.qemu.json.JsonArray;
import dev.jvirt.qemu.json.JsonException;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonValue;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// swtpm, the emulator of trusted platform modules: three programs, of which one says what all can
/// do.
public final class TpmEmulator {
    private static final System.Logger LOG = System.getLogger("qemu.capabilities");
    private static final String SETUP = "swtpm_setup";
    private static final List<String> PROGRAMS = List.of("swtpm", SETUP, "swtpm_ioctl");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Function<String, Optional<Path>> finder;

    /// @param finder finds programs by their names
    public TpmEmulator(Function<String, Optional<Path>> finder) {
        this.finder = finder;
    }

    /// The one of this host.
    public static TpmEmulator ofHost() {
        return new TpmEmulator(ProgramPath::find);
    }

    /// The versions that it emulates; absent if it is not installed.
    public Optional<Set<TpmVersion>> versions() {
        for (String program : PROGRAMS) {
            if (finder.apply(program).isEmpty()) {
                return Optional.empty();
            }
        }
        return finder.apply(SETUP).map(TpmEmulator::ask);
    }

    private static Set<TpmVersion> ask(Path setup) {
        try {
            String answer =
                    ProgramStart.of(setup, "--print-capabilities")
                            .run(PATIENCE)
                            .requireSuccess()
                            .output();
            return versions(answer);
        } catch (IOException | JsonException e) {
            LOG.log(Level.DEBUG, "the versions of TPM that swtpm emulates stay unknown", e);
            return Set.of();
        }
    }

    /// `{"type": "swtpm_setup", "features": ["tpm-2.0", ...]}`
    private static Set<TpmVersion> versions(String answer) {
        var versions = EnumSet.noneOf(TpmVersion.class);
        if (JsonValue.parse(answer) instanceof JsonObject capabilities) {
            List<String> features =
                    capabilities.array("features").map(JsonArray::strings).orElse(List.of());
            for (TpmVersion version : TpmVersion.values()) {
                if (features.contains("tpm-" + version.text())) {
                    versions.add(version);
                }
            }
        }
        return versions;
    }
}
