package dev.jvirt.virsh.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The lines that were typed, kept in `$XDG_CACHE_HOME/libvirt/PROGRAM/history`, a line each.
final class History {
    private static final int DEFAULT_SIZE = 500;
    private static final int MAX_SIZE = 500_000;
    private static final String SIZE_VARIABLE = "_HISTSIZE";

    private final Path file;
    private final Output output;
    private final int size;
    private final boolean usable;
    private final List<String> lines = new ArrayList<>();

    private History(Path file, Output output, int size, boolean usable) {
        this.file = file;
        this.output = output;
        this.size = size;
        this.usable = usable;
    }

    /// Reads the history of a shell.
    static History of(Shell shell) {
        Output output = shell.output();
        ShellEnvironment environment = shell.environment();
        String cache = environment.variable("XDG_CACHE_HOME");
        Path base = cache.isEmpty() ? Path.of(home(environment), ".cache") : Path.of(cache);
        Path file = base.resolve("libvirt").resolve(shell.name()).resolve("history");
        String wanted = shell.variable(SIZE_VARIABLE);
        int size = DEFAULT_SIZE;
        boolean usable = true;
        if (!wanted.isEmpty()) {
            OptionalInt number = Numbers.toInt(wanted, 10);
            String variable = "$" + shell.variableName(SIZE_VARIABLE);
            if (number.isEmpty()) {
                output.error("Bad " + variable + " value.");
                usable = false;
            } else if (number.getAsInt() < 0 || number.getAsInt() > MAX_SIZE) {
                output.error(variable + " value should be between 0 and " + MAX_SIZE);
                usable = false;
            } else {
                size = number.getAsInt();
            }
        }
        var history = new History(file, output, size, usable);
        history.load();
        return history;
    }

    /// The home directory of the user.
    static String home(ShellEnvironment environment) {
        String home = environment.variable("HOME");
        return home.isEmpty() ? System.getProperty("user.home", "/") : home;
    }

    /// The lines so far, the oldest first.
    List<String> lines() {
        return lines;
    }

    /// How many lines are kept.
    int size() {
        return size;
    }

    /// Adds a line.
    void add(String line) {
        lines.add(line);
        while (lines.size() > size) {
            lines.removeFirst();
        }
    }

    /// Writes the lines to the file.
    void save() {
        if (!usable) {
            return;
        }
        Path folder = file.getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            output.error("Failed to create '" + folder + "': " + FileTexts.reason(e));
            return;
        }
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            var text = new StringBuilder();
            for (String line : lines) {
                text.append(line).append('\n');
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            // Whoever cannot write the history file works without one.
        }
    }

    private void load() {
        if (!usable) {
            return;
        }
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            text.lines().forEach(this::add);
        } catch (IOException e) {
            // There is none yet.
        }
    }
}
