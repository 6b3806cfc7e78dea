package dev.jvirt.qemu.emulator;

import dev.jvirt.host.process.Identity;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How binaries are started to be asked.
///
/// @param environment all of the environment they get
/// @param identity who they run as; as this process if absent. A daemon of root should say who
///     runs its domains: a definition may name any program as emulator.
/// @param deadline how long one conversation may take before the binary counts as hung
public record ProbeSettings(
        Map<String, String> environment, Optional<Identity> identity, Duration deadline) {
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
        return new ProbeSettings(environment, Optional.empty(), DEFAULT_DEADLINE);
    }

    /// The same, but run as somebody else.
    public ProbeSettings runAs(Identity other) {
        return new ProbeSettings(environment, Optional.of(other), deadline);
    }
}
