package dev.jvirt.qemu.emulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How binaries are started to be asked.
///
/// @param environment all of the environment they get
/// @param deadline how long one conversation may take before the binary counts as hung
public record ProbeSettings(Map<String, String> environment, Duration deadline) {
    /// A slow host emulating under load needs seconds; nothing sane needs a minute.
    private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(60);

    private static final List<String> INHERITED =
            List.of("LD_PRELOAD", "LD_LIBRARY_PATH", "PATH", "HOME", "USER", "LOGNAME", "TMPDIR");

    /// An environment and a deadline.
    public ProbeSettings {
        environment = Map.copyOf(environment);
    }

    /// What libvirt lets programs inherit of this environment, and a minute.
    public static ProbeSettings of(Map<String, String> ownEnvironment) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("LC_ALL", "C");
        for (String name : INHERITED) {
            String value = ownEnvironment.get(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        return new ProbeSettings(environment, DEFAULT_DEADLINE);
    }
}
