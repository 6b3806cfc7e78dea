package dev.jvirt.virsh.shell;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.event.Subscription;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Runs commands: from the arguments of the program, or line by line from its input.
public final class Shell {
    private static final int FAILURE = 1;

    /// What the system's shells say of a program that the user interrupted.
    private static final int INTERRUPTED = 130;

    private final String name;
    private final String variablePrefix;
    private final ShellEnvironment environment;
    private final Output output;
    private CommandTable table = new CommandTable(List.of());
    private @Nullable ConnectionGate gate;
    private Path directory;
    private boolean interactive;
    private boolean timing;
    private int secondsAtMost;
    private boolean abandoned;
    private @Nullable LineInput input;
    private @Nullable LibvirtException remembered;

    /// @param name of the program
    /// @param variablePrefix of the variables that configure it
    public Shell(String name, String variablePrefix, ShellEnvironment environment) {
        this.name = name;
        this.variablePrefix = variablePrefix;
        this.environment = environment;
        output = new Output(environment.out(), environment.err(), environment.unicode());
        directory = environment.directory();
    }

    /// Gives it its commands and what keeps their connection.
    public void provide(ConnectionGate connection, List<CommandGroup> groups) {
        gate = connection;
        table = new CommandTable(groups);
    }

    /// The name of the program.
    public String name() {
        return name;
    }

    /// What it prints with.
    public Output output() {
        return output;
    }

    /// Its commands.
    public CommandTable table() {
        return table;
    }

    /// Where it runs.
    public ShellEnvironment environment() {
        return environment;
    }

    /// The variable of the environment that configures it.
    ///
    /// @param suffix behind the program's own prefix
    String variable(String suffix) {
        return environment.variable(variablePrefix + suffix);
    }

    /// The name of that variable.
    String variableName(String suffix) {
        return variablePrefix + suffix;
    }

    /// The directory that relative paths start from.
    Path directory() {
        return directory;
    }

    /// A path as the user meant it.
    public Path resolve(String path) {
        return directory.resolve(path);
    }

    /// Changes the directory that relative paths start from.
    void directory(Path changed) {
        directory = changed;
    }

    /// Whether it reads commands until it is told to quit.
    public boolean interactive() {
        return interactive;
    }

    /// Stops reading commands after this one.
    void quit() {
        interactive = false;
    }

    /// Prints how long each command takes.
    void time() {
        timing = true;
    }

    /// Gives each command only so much time.
    void limitTime(int seconds) {
        secondsAtMost = seconds;
    }

    /// Remembers an error that the command at hand got over. It is shown if that command, or a
    /// later one, fails without an error of libvirt of its own.
    public void remember(LibvirtException error) {
        remembered = error;
    }

    /// Forgets it: the error was expected.
    public void forget() {
        remembered = null;
    }

    /// Prints the error that is remembered, if there is one.
    void reportRemembered() {
        if (remembered != null) {
            String message = remembered.getMessage();
            output.error(message == null || message.isEmpty() ? "unknown error" : message);
            remembered = null;
        }
    }

    /// Opens the connection if it is not open.
    ///
    /// @return whether there is one now
    boolean connect() {
        return gate != null && gate.open();
    }

    /// Runs the commands of a line.
    ///
    /// @return whether the last of them succeeded; false if the line was not understood
    boolean runLine(String line) {
        try {
            return run(new CommandParser(table, output).parseLine(line));
        } catch (CommandFailure e) {
            report(e);
            return false;
        }
    }

    /// Prints what is to be said about a failure.
    public void report(CommandFailure failure) {
        for (String line : failure.lines()) {
            output.error(line);
        }
    }

    /// Runs commands one after the other, whether they succeed or not.
    ///
    /// @return whether the last of them succeeded
    boolean run(List<Words> commands) {
        boolean success = true;
        for (Words words : commands) {
            boolean timed = timing;
            long start = System.nanoTime();
            success = run(words);
            long end = System.nanoTime();
            if (!success) {
                LibvirtException error = remembered;
                if (error != null && gate != null) {
                    gate.failed(error);
                }
                reportRemembered();
            }
            if (isQuit(words.command()) || abandoned) {
                break;
            }
            if (timed) {
                double millis = (end - start) / 1_000_000.0;
                output.print(String.format(Locale.ROOT, "\n(Time: %.3f ms)\n\n", millis));
            } else {
                output.extra("\n");
            }
            output.endOfCommand();
        }
        output.flush();
        return success;
    }

    /// Runs the program: the command or line of its arguments, or what its input says.
    ///
    /// @return the status to end with
    public int run(String[] arguments, ProgramOptions options, Program program) {
        try {
            OptionalInt exit = options.read(arguments);
            if (exit.isEmpty()) {
                exit = program.elsewhere(arguments, options);
            }
            if (exit.isPresent()) {
                return exit.getAsInt();
            }
            return run(options, program);
        } finally {
            if (gate != null && !abandoned) {
                gate.close();
            }
            output.flush();
            output.closeLog();
        }
    }

    private int run(ProgramOptions options, Program program) {
        List<String> words = options.rest();
        List<Words> commands;
        try {
            commands = parse(words);
        } catch (CommandFailure e) {
            report(e);
            return FAILURE;
        }
        options.readVariables();
        if (gate != null && !gate.begin()) {
            reportRemembered();
            return FAILURE;
        }
        if (!words.isEmpty()) {
            return run(commands) ? 0 : FAILURE;
        }
        return interact(program.greeting());
    }

    private List<Words> parse(List<String> words) {
        var parser = new CommandParser(table, output);
        if (words.isEmpty()) {
            return List.of();
        }
        if (words.size() > 1) {
            return parser.parseArguments(words);
        }
        String line = words.getFirst();
        if (output.shows(DebugLevel.INFO)) {
            output.debug(DebugLevel.INFO, "commands: \"" + line + "\"\n");
        }
        return parser.parseLine(line);
    }

    /// Reads lines and runs them until there are no more or one says `quit`.
    ///
    /// @param greeting what kind of terminal this is
    /// @return the status to end with
    int interact(String greeting) {
        int status = 0;
        interactive = true;
        History history = History.of(this);
        if (!output.quiet()) {
            output.print(
                    "Welcome to "
                            + name
                            + ", the "
                            + greeting
                            + ".\n\n"
                            + "Type:  'help' for help with commands\n"
                            + "       'quit' to quit\n\n");
        }
        output.flush();
        try (LineInput lines = input(history)) {
            input = lines;
            while (interactive) {
                String line = lines.read(prompt());
                if (line == null) {
                    status = lines.isInterrupted() ? INTERRUPTED : 0;
                    break;
                }
                if (!line.isEmpty()) {
                    runLine(line);
                }
                output.flush();
            }
        } finally {
            input = null;
        }
        output.print("\n");
        output.flush();
        return status;
    }

    private String prompt() {
        return gate == null ? "" : gate.prompt();
    }

    /// Runs `action` when the user interrupts the command that runs.
    public Subscription onInterrupt(Runnable action) {
        LineInput lines = input;
        return lines == null ? ProcessInterrupts.on(action) : lines.onInterrupt(action);
    }

    private LineInput input(History history) {
        return environment.terminal() && !environment.variable("TERM").equals("dumb")
                ? new TerminalInput(this, history)
                : new PlainInput(environment, output, history);
    }

    private boolean run(Words words) {
        if (secondsAtMost == 0) {
            return runNow(words);
        }
        Optional<Boolean> success = TimeLimit.run(secondsAtMost, () -> runNow(words));
        if (success.isEmpty()) {
            // Whoever does not answer this would not answer a farewell either.
            abandoned = true;
            quit();
            output.error(
                    "command '"
                            + words.command().name()
                            + "' did not end within "
                            + secondsAtMost
                            + " s");
        }
        return success.orElse(false);
    }

    private boolean runNow(Words words) {
        Command command = words.command();
        try {
            if (command.connected() && !connect()) {
                return false;
            }
            command.run(words);
            return true;
        } catch (CommandFailure e) {
            settle();
            report(e);
            if (e.reason() != null) {
                remember(e.reason());
            }
        } catch (LibvirtException e) {
            settle();
            remember(e);
        } catch (IllegalStateException | IllegalArgumentException | NullPointerException e) {
            // A defect of ours must end this command, not a session full of work.
            remember(new LibvirtException(ErrorCode.INTERNAL_ERROR, e.toString(), e));
        }
        return false;
    }

    private void settle() {
        if (gate != null) {
            gate.settle();
        }
    }

    private static boolean isQuit(Command command) {
        return command.name().equals("quit") || command.name().equals("exit");
    }
}
