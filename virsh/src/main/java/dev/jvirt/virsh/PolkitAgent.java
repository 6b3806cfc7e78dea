package dev.jvirt.virsh;

import dev.jvirt.virsh.shell.ShellEnvironment;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/// polkit's own program that asks for passwords on a terminal, while this process logs in.
final class PolkitAgent implements AutoCloseable {
    private static final String PROGRAM = "/usr/bin/pkttyagent";

    private final Process process;

    private PolkitAgent(Process process) {
        this.process = process;
    }

    /// Starts it and waits until polkit knows of it.
    ///
    /// @throws IOException if there is no terminal or no such program
    static PolkitAgent start(ShellEnvironment environment) throws IOException {
        if (!environment.terminal()) {
            throw new IOException("Cannot start polkit text agent without a tty");
        }
        String own = Long.toString(ProcessHandle.current().pid());
        // It talks to the terminal itself, and closes the descriptor once it is known.
        var builder =
                new ProcessBuilder(PROGRAM, "--process", own, "--notify-fd", "1", "--fallback")
                        .redirectInput(Redirect.INHERIT)
                        .redirectError(Redirect.INHERIT);
        var agent = new PolkitAgent(builder.start());
        agent.process.getInputStream().readAllBytes();
        return agent;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
