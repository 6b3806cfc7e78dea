package dev.jvirt.qemu.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How to start QEMU for one domain.
///
/// @param arguments the binary first
/// @param environment all of it, in libvirt's order
public record QemuCommandLine(List<String> arguments, Map<String, String> environment) {
    /// A complete command line.
    public QemuCommandLine {
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }
}
