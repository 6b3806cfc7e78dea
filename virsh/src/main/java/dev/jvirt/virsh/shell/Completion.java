package dev.jvirt.virsh.shell;

import dev.jvirt.api.LibvirtException;
import java.util.ArrayList;
import java.util.List;

/// Knows how a line that is being typed can go on: with a command, an option or a value of one.
final class Completion {
    private final Shell shell;

    Completion(Shell shell) {
        this.shell = shell;
    }

    /// Prints the ways in which the words of a line can go on, a line each.
    void printFor(Words words) {
        List<String> arguments = words.arguments();
        if (arguments.isEmpty() || !shell.connect()) {
            throw CommandFailure.silent();
        }
        String line = String.join(" ", arguments);
        List<String> candidates = candidates(line, arguments.getLast(), false);
        if (candidates.isEmpty()) {
            throw CommandFailure.silent();
        }
        for (String candidate : candidates) {
            shell.output().line(candidate);
        }
    }

    /// What can stand in place of the word at the end of a line.
    ///
    /// @param line up to the cursor
    /// @param word the part of it that is replaced
    /// @param quoted whether the word stands in quotes
    List<String> candidates(String line, String word, boolean quoted) {
        var fitting = new ArrayList<String>();
        for (String candidate : all(line, word)) {
            String written = quoted ? candidate : candidate.replace(" ", "\\ ");
            if (written.startsWith(word)) {
                fitting.add(written);
            }
        }
        return fitting;
    }

    private List<String> all(String line, String word) {
        Words words = new CommandParser(shell.table(), shell.output()).parsePartial(line);
        // A name that is complete may be the beginning of a longer one: dump, dumpxml.
        if (words == null || words.command().name().equals(word)) {
            return ShellCommands.commandNames(shell.table());
        }
        Option option = words.underCursor();
        if (option == null || option.kind() == OptionKind.FLAG) {
            return optionNames(words);
        }
        Completer completer = option.completer();
        if (completer == null) {
            return List.of();
        }
        try {
            return completer.candidates(words);
        } catch (LibvirtException e) {
            return List.of();
        }
    }

    private static List<String> optionNames(Words words) {
        var names = new ArrayList<String>();
        for (Option option : words.command().options()) {
            boolean repeatable = option.kind() == OptionKind.ARGUMENTS;
            if (option.kind() != OptionKind.ALIAS && (repeatable || !words.has(option.name()))) {
                names.add("--" + option.name());
            }
        }
        return names;
    }
}
