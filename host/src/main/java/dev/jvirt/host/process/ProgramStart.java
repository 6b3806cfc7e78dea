package dev.jvirt.host.process;

import dev.jvirt.host.io.Descriptor;
import dev.jvirt.host.io.MemoryFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// A program that is to be started: say what differs from the usual, then [#start].
///
/// Usual is: the environment of this process, its working folder, user and umask; standard input,
/// output and error are `/dev/null`. A program never inherits what it is not given: no other
/// descriptor, no blocked or ignored signal.
public final class ProgramStart {
    static final int MAX_INHERITED = 4096;

    private final Path program;
    private final List<String> arguments;
    private Map<String, String> environment = System.getenv();
    private Optional<Path> folder = Optional.empty();
    private final Map<Integer, Descriptor> descriptors = new TreeMap<>();
    private boolean ownSession;
    private OptionalInt umask = OptionalInt.empty();
    private Optional<Identity> identity = Optional.empty();
    private boolean withoutCapabilities;
    private final Map<Limit, Long> limits = new EnumMap<>(Limit.class);

    private ProgramStart(Path program, List<String> arguments) {
        this.program = program;
        this.arguments = List.copyOf(arguments);
    }

    /// @param program its whole path; it is not looked for
    /// @param arguments without the program's name
    public static ProgramStart of(Path program, List<String> arguments) {
        return new ProgramStart(program, arguments);
    }

    /// See [#of(Path, List)].
    public static ProgramStart of(Path program, String... arguments) {
        return of(program, List.of(arguments));
    }

    /// All of its environment.
    public ProgramStart environment(Map<String, String> all) {
        environment = new LinkedHashMap<>(all);
        return this;
    }

    /// The folder it works in.
    public ProgramStart folder(Path working) {
        folder = Optional.of(working);
        return this;
    }

    /// Where its standard input comes from. The descriptor stays open here.
    public ProgramStart input(Descriptor descriptor) {
        return inherit(0, descriptor);
    }

    /// Where its standard output goes. The descriptor stays open here.
    public ProgramStart output(Descriptor descriptor) {
        return inherit(1, descriptor);
    }

    /// Where its standard error goes. The descriptor stays open here.
    public ProgramStart errors(Descriptor descriptor) {
        return inherit(2, descriptor);
    }

    /// Gives it a descriptor under a number. The descriptor stays open here.
    public ProgramStart inherit(int number, Descriptor descriptor) {
        if (number < 0 || number >= MAX_INHERITED) {
            throw new IllegalArgumentException("descriptor number " + number);
        }
        descriptors.put(number, descriptor);
        return this;
    }

    /// It leads a session of its own: signals from our terminal do not reach it, and it has none.
    public ProgramStart ownSession() {
        ownSession = true;
        return this;
    }

    /// Which permissions the files that it makes do not get.
    public ProgramStart umask(int mask) {
        umask = OptionalInt.of(mask);
        return this;
    }

    /// Who it runs as. Needs the rights of root.
    public ProgramStart identity(Identity other) {
        identity = Optional.of(other);
        return this;
    }

    /// Takes all capabilities away, also from root.
    public ProgramStart withoutCapabilities() {
        withoutCapabilities = true;
        return this;
    }

    /// Limits it, from shortly after its start on.
    public ProgramStart limit(Limit limit, long value) {
        limits.put(limit, value);
        return this;
    }

    /// Starts it.
    ///
    /// @throws IOException if it cannot be started, naming the program, or whatever else is missing
    public ChildProcess start() throws IOException {
        return Spawn.start(this);
    }

    /// Starts it, waits for its end and returns what it said.
    ///
    /// @param patience how long it may take; then it is killed
    /// @throws IOException if it cannot be started, or takes too long; not if it fails
    public ProgramOutput run(Duration patience) throws IOException {
        return new ProgramRun(this, patience).run();
    }

    /// See [#run(Duration)].
    ///
    /// @param input what it reads from its standard input
    public ProgramOutput run(String input, Duration patience) throws IOException {
        try (var file = MemoryFile.create("input")) {
            file.fill(input.getBytes(StandardCharsets.UTF_8));
            return input(file.descriptor()).run(patience);
        }
    }

    Path program() {
        return program;
    }

    List<String> arguments() {
        return arguments;
    }

    Map<String, String> environment() {
        return environment;
    }

    Optional<Path> folder() {
        return folder;
    }

    Map<Integer, Descriptor> descriptors() {
        return descriptors;
    }

    boolean hasOwnSession() {
        return ownSession;
    }

    OptionalInt umask() {
        return umask;
    }

    Optional<Identity> identity() {
        return identity;
    }

    boolean isWithoutCapabilities() {
        return withoutCapabilities;
    }

    Map<Limit, Long> limits() {
        return limits;
    }
}
