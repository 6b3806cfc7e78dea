package dev.jvirt.virsh.device;

import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Shell;
import dev.jvirt.virsh.shell.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// A line that the user types and nobody sees.
record HiddenInput(Shell shell) {
    /// The line without its end.
    byte[] read() {
        if (!shell.environment().terminal()) {
            return line();
        }
        try (Terminal.Mode _ = Terminal.hideKeys()) {
            return line();
        } finally {
            shell.output().print("\n");
            shell.output().flush();
        }
    }

    private byte[] line() {
        var typed = new ByteArrayOutputStream();
        InputStream in = shell.environment().in();
        try {
            for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                typed.write(b);
            }
        } catch (IOException e) {
            throw new CommandFailure("Failed to read secret");
        }
        return typed.toByteArray();
    }
}
