package dev.jvirt.virsh.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// The options in front of the command: which connection is wanted, and how the shell behaves.
///
/// They take effect one by one as they are read. One that is wrong ends the program with status 1,
/// `--help` and `--version` end it with status 0.
public final class ProgramOptions {
    /// Stands for `--json`.
    public static final char JSON = '\ue000';

    /// Stands for `--timeout`.
    public static final char TIMEOUT = '\ue001';

    /// Stands for `--hosts`.
    public static final char HOSTS = '\ue002';

    /// The first of what stands for options that libvirt's programs do not have.
    static final char FIRST_OWN = JSON;

    private final Shell shell;
    private final Program program;
    private Optional<String> uri = Optional.empty();
    private Optional<String> hosts = Optional.empty();
    private boolean readOnly;
    private OptionalInt keepAliveInterval = OptionalInt.empty();
    private OptionalInt keepAliveCount = OptionalInt.empty();
    private String escape = "^]";
    private List<String> rest = List.of();
    private OptionalInt exit = OptionalInt.empty();

    public ProgramOptions(Shell shell, Program program) {
        this.shell = shell;
        this.program = program;
    }

    /// Reads the arguments of the program.
    ///
    /// @return the status to end with, empty if the program goes on
    public OptionalInt read(String[] arguments) {
        readVariables();
        var scanner = new OptionScanner(arguments, options());
        char letter = scanner.next();
        while (letter != OptionScanner.END && exit.isEmpty()) {
            take(letter, scanner);
            letter = scanner.next();
        }
        rest = scanner.rest();
        shell.output().flush();
        return exit;
    }

    /// The connection that was named.
    public Optional<String> uri() {
        return uri;
    }

    /// The file with the connections on all of which the command is to be run.
    public Optional<String> hosts() {
        return hosts;
    }

    /// Whether it is to be opened for reading only.
    public boolean readOnly() {
        return readOnly;
    }

    /// The seconds between pings, if they were given.
    public OptionalInt keepAliveInterval() {
        return keepAliveInterval;
    }

    /// How many pings may stay unanswered, if it was said.
    public OptionalInt keepAliveCount() {
        return keepAliveCount;
    }

    /// The character that leaves a console: itself, or `^` and a letter.
    public String escape() {
        return escape;
    }

    /// The words behind the options: none, a line, or the words of a command.
    public List<String> rest() {
        return rest;
    }

    private List<LongOption> options() {
        var none = LongOption.Argument.NONE;
        var required = LongOption.Argument.REQUIRED;
        var known = new ArrayList<LongOption>();
        for (char letter : program.letters()) {
            known.add(
                    switch (letter) {
                        case 'c' -> new LongOption("connect", letter, required);
                        case 'd' -> new LongOption("debug", letter, required);
                        case 'e' -> new LongOption("escape", letter, required);
                        case 'h' -> new LongOption("help", letter, none);
                        case 'k' -> new LongOption("keepalive-interval", letter, required);
                        case 'K' -> new LongOption("keepalive-count", letter, required);
                        case 'l' -> new LongOption("log", letter, required);
                        case 'q' -> new LongOption("quiet", letter, none);
                        case 'r' -> new LongOption("readonly", letter, none);
                        case 't' -> new LongOption("timing", letter, none);
                        case JSON -> new LongOption("json", letter, none);
                        case TIMEOUT -> new LongOption("timeout", letter, required);
                        case HOSTS -> new LongOption("hosts", letter, required);
                        case 'v' -> new LongOption("version", letter, LongOption.Argument.OPTIONAL);
                        default -> new LongOption("", letter, none);
                    });
        }
        return known;
    }

    private void take(char letter, OptionScanner scanner) {
        String value = Objects.requireNonNullElse(scanner.value(), "");
        switch (letter) {
            case 'c' -> uri = Optional.of(value);
            case 'd' -> debug(value, scanner.shown());
            case 'e' -> escape(value);
            case 'h' -> end(program.usage());
            case 'k' -> keepAliveInterval = keepAlive(value, scanner.shown());
            case 'K' -> keepAliveCount = keepAlive(value, scanner.shown());
            case 'l' -> openLog(value);
            case 'q' -> shell.output().beQuiet();
            case 'r' -> readOnly = true;
            case 't' -> shell.time();
            case JSON -> shell.output().useJson();
            case TIMEOUT -> limitTime(value);
            case HOSTS -> hosts = Optional.of(value);
            case 'v' -> end(value.equals("long") ? program.longVersion() : program.version());
            case 'V' -> end(program.longVersion());
            case OptionScanner.MISSING -> {
                char culprit = scanner.culprit();
                String form = culprit >= FIRST_OWN ? "" : "'-" + culprit + "'/";
                fail("option " + form + "'--" + scanner.nameOf(culprit) + "' requires an argument");
            }
            default -> {
                String option =
                        scanner.culprit() == 0 ? scanner.lastWord() : "-" + scanner.culprit();
                fail("unsupported option '" + option + "'. See --help.");
            }
        }
    }

    private void limitTime(String value) {
        OptionalInt seconds = Numbers.toInt(value, 10);
        if (seconds.isEmpty() || seconds.getAsInt() <= 0) {
            fail("option --timeout requires a positive integer argument");
            return;
        }
        shell.limitTime(seconds.getAsInt());
    }

    private void debug(String value, String option) {
        OptionalInt level = Numbers.toInt(value, 10);
        if (level.isEmpty()) {
            fail("option " + option + " takes a numeric argument");
            return;
        }
        if (!setLevel(level.getAsInt())) {
            shell.output()
                    .error("ignoring debug level " + level.getAsInt() + " out of range [0-4]");
        }
    }

    private boolean setLevel(int level) {
        DebugLevel[] levels = DebugLevel.values();
        if (level < 0 || level >= levels.length) {
            return false;
        }
        shell.output().level(levels[level]);
        return true;
    }

    private void escape(String value) {
        boolean control =
                value.length() == 2 && value.charAt(0) == '^' && isControlName(value.charAt(1));
        if (control || value.length() == 1 && !value.equals("^")) {
            escape = value;
        } else {
            fail("Invalid string '" + value + "' for escape sequence");
        }
    }

    private static boolean isControlName(char c) {
        return c >= 'a' && c <= 'z' || c >= '@' && c <= '_';
    }

    private OptionalInt keepAlive(String value, String option) {
        OptionalInt number = Numbers.toInt(value, 0);
        if (number.isEmpty()) {
            fail("Invalid value for option " + option);
        } else if (number.getAsInt() < 0) {
            fail("option " + option + " requires a positive integer argument");
        }
        return number;
    }

    private void openLog(String path) {
        try {
            shell.output().log(LogFile.open(shell.resolve(path), shell.name()));
        } catch (IOException e) {
            fail("failed to open the log file. check the log file path");
        }
    }

    /// Takes from the environment what no option has said. It is done before the options are read
    /// and again once the command is understood, as `-d4` says as much as nothing.
    void readVariables() {
        String debug = shell.environment().variables().get(shell.variableName("_DEBUG"));
        if (debug != null && shell.output().level() == DebugLevel.ERROR) {
            OptionalInt level = Numbers.toInt(debug, 10);
            if (level.isEmpty() || !setLevel(level.getAsInt())) {
                shell.output()
                        .error(
                                shell.variableName("_DEBUG")
                                        + " not set with a valid numeric value");
            }
        }
        String log = shell.variable("_LOG_FILE");
        if (!log.isEmpty() && !shell.output().logs()) {
            openLog(log);
        }
    }

    private void end(String text) {
        shell.output().print(text);
        exit = OptionalInt.of(0);
    }

    private void fail(String text) {
        shell.output().error(text);
        exit = OptionalInt.of(1);
    }
}
