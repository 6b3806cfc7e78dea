package dev.jvirt.virsh.shell;

import dev.jvirt.api.event.Subscription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/// Reads lines that a person types, with editing, history and completion. Only this class and
/// [TypedLine] use JLine, so that nothing of it is loaded unless there is a terminal.
final class TerminalInput implements LineInput {
    private static final int DEFAULT_COLUMNS = 80;
    private static final int DEFAULT_ROWS = 24;

    private final Terminal terminal;
    private final LineReader reader;
    private final History history;
    private final Completion completion;
    private boolean interrupted;

    TerminalInput(Shell shell, History history) {
        this.history = history;
        completion = new Completion(shell);
        try {
            // Only stty keeps a serial line's speed; the other providers would hang it up.
            terminal =
                    TerminalBuilder.builder()
                            .name(shell.name())
                            .system(true)
                            .provider(TerminalBuilder.PROP_PROVIDER_EXEC)
                            .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (terminal.getColumns() == 0) {
            // A terminal that does not know its size is taken for the usual one.
            terminal.setSize(Size.of(DEFAULT_COLUMNS, DEFAULT_ROWS));
        }
        reader =
                LineReaderBuilder.builder()
                        .appName(shell.name())
                        .terminal(terminal)
                        .parser((line, cursor, context) -> new TypedLine(line, cursor))
                        .completer((lines, line, candidates) -> complete(line, candidates))
                        .variable(LineReader.HISTORY_SIZE, history.size())
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        // A tab completes as far as it can and lists the ways to go on.
                        .option(LineReader.Option.AUTO_MENU, false)
                        .option(LineReader.Option.HISTORY_IGNORE_SPACE, false)
                        .option(LineReader.Option.HISTORY_IGNORE_DUPS, false)
                        .build();
        for (String line : history.lines()) {
            reader.getHistory().add(line);
        }
    }

    @Override
    public @Nullable String read(String prompt) {
        try {
            String line = reader.readLine(prompt);
            if (!line.isEmpty()) {
                history.add(line);
            }
            return line;
        } catch (EndOfFileException e) {
            return null;
        } catch (UserInterruptException e) {
            interrupted = true;
            return null;
        }
    }

    @Override
    public boolean isInterrupted() {
        return interrupted;
    }

    @Override
    public Subscription onInterrupt(Runnable action) {
        Terminal.SignalHandler before =
                terminal.handle(Terminal.Signal.INT, signal -> action.run());
        return () -> terminal.handle(Terminal.Signal.INT, before);
    }

    @Override
    public void close() {
        history.save();
        try {
            terminal.close();
        } catch (IOException e) {
            // The terminal is gone, and nothing was left in it.
        }
    }

    private void complete(ParsedLine line, List<Candidate> candidates) {
        var typed = (TypedLine) line;
        for (String text :
                completion.candidates(typed.untilCursor(), typed.word(), typed.quoted())) {
            candidates.add(new Candidate(text, text, null, null, null, null, true));
        }
    }
}
