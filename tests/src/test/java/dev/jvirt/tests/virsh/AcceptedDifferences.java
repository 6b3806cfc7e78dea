package dev.jvirt.tests.virsh;

import dev.jvirt.tests.lab.Repository;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The differences that `docs/virsh-differences.md` tells with a reason: rows of its tables, with a
/// line for virsh between backticks in the first column and the worlds in which it differs in the
/// second (`process`, `c-daemon`, `jvirt-daemon`, or `all`).
final class AcceptedDifferences {
    private final Map<String, String> worldsByLine = new LinkedHashMap<>();
    private final TreeSet<String> met = new TreeSet<>();
    private final TreeSet<String> tried = new TreeSet<>();

    /// Those of the page.
    static AcceptedDifferences read() {
        var accepted = new AcceptedDifferences();
        Repository.read(Repository.file("docs/virsh-differences.md"))
                .lines()
                .filter(row -> row.startsWith("| `"))
                .forEach(accepted::add);
        return accepted;
    }

    private void add(String row) {
        int end = row.indexOf("` |", 3);
        String[] rest = row.substring(end + 3).split("\\|");
        if (end < 0 || rest.length < 2 || rest[1].isBlank()) {
            throw new IllegalStateException("no line, worlds and reason: " + row);
        }
        worldsByLine.put(row.substring(3, end).replace("\\|", "|"), rest[0].strip());
    }

    /// Says that a line was run in a world, and whether it differed.
    ///
    /// @return whether that is as the page tells
    boolean accepts(CommandLine line, String world, boolean differed) {
        String worlds = worldsByLine.getOrDefault(line.text(), "");
        boolean told = worlds.equals("all") || worlds.contains(world);
        synchronized (this) {
            tried.add(line.text());
            if (told && differed) {
                met.add(line.text());
            }
        }
        return told || !differed;
    }

    /// The lines that were run and never differed, though the page tells so.
    synchronized Set<String> gone() {
        var gone = new TreeSet<>(worldsByLine.keySet());
        gone.retainAll(tried);
        gone.removeAll(met);
        return gone;
    }

    /// The lines that the page tells of and nobody ran.
    synchronized Set<String> unknown() {
        var unknown = new TreeSet<>(worldsByLine.keySet());
        unknown.removeAll(tried);
        return unknown;
    }
}
