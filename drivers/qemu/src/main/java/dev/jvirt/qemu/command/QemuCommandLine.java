package dev.jvirt.qemu.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How to start QEMU for one domain.
///
/// @param arguments the binary first
/// @param environment all of it, in libvirt's order
/// @param descriptors what QEMU inherits
public record QemuCommandLine(
        List<String> arguments,
        Map<String, String> environment,
        List<PassedDescriptor> descriptors) {
    /// A complete command line.
    public QemuCommandLine {
        arguments = List.copyOf(arguments);
        descriptors = List.copyOf(descriptors);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /// The environment and the arguments as one line for a shell.
    public String toShellText() {
        var text = new StringBuilder();
        for (var variable : environment.entrySet()) {
            text.append(variable.getKey()).append('=');
            text.append(ShellText.quote(variable.getValue())).append(' ');
        }
        String separator = "";
        for (String argument : arguments) {
            text.append(separator).append(ShellText.quote(argument));
            separator = " ";
        }
        return text.toString();
    }
}
