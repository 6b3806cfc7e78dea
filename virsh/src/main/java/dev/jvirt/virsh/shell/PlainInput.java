package dev.jvirt.virsh.shell;

import dev.jvirt.api.event.Subscription;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads lines without any editing: of a file, of a pipe, or of a terminal that can do no more.
/// Those of a file or pipe are shown behind the prompt, as if they had been typed.
final class PlainInput implements LineInput {
    private final InputStream in;
    private final boolean typed;
    private final Output output;
    private final History history;

    PlainInput(ShellEnvironment environment, Output output, History history) {
        in = environment.in();
        typed = environment.terminal();
        this.output = output;
        this.history = history;
    }

    @Override
    public @Nullable String read(String prompt) {
        output.print(prompt);
        output.flush();
        String line = line();
        if (line == null) {
            return null;
        }
        if (!typed) {
            output.line(line);
        }
        if (!line.isEmpty()) {
            history.add(line);
        }
        return line;
    }

    @Override
    public Subscription onInterrupt(Runnable action) {
        return ProcessInterrupts.on(action);
    }

    @Override
    public void close() {
        history.save();
    }

    private @Nullable String line() {
        var bytes = new ByteArrayOutputStream();
        try {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            while (b >= 0 && b != '\n') {
                bytes.write(b);
                b = in.read();
            }
        } catch (IOException e) {
            return null;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
