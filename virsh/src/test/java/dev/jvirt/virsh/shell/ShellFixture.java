package dev.jvirt.virsh.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// Shells whose input and output are texts.
final class ShellFixture {
    private ShellFixture() {}

    static Shell shell(String input) {
        return shell(input, new ByteArrayOutputStream(), new ByteArrayOutputStream(), Map.of());
    }

    static Shell shell(
            String input,
            ByteArrayOutputStream out,
            ByteArrayOutputStream err,
            Map<String, String> variables) {
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new Shell(
                "fake", "FAKE", new ShellEnvironment(variables, Path.of(""), in, out, err, false));
    }
}
