package dev.jvirt.tests.house;

import static java.util.stream.Collectors.toCollection;

import dev.jvirt.tests.lab.Repository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The rooms as the root pom lists them, and what each may use as `ARCHITECTURE.md` says it.
///
/// @param rooms by name, in the order of the pom
/// @param uses names of rooms by name; rooms that may use all others name all others
record Rooms(Map<String, Room> rooms, Map<String, Set<String>> uses) {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([^`]+)` \\|[^|]*\\| ([^|]*) \\|$", Pattern.MULTILINE);
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    static Rooms read() {
        var rooms = new LinkedHashMap<String, Room>();
        MODULE.matcher(Repository.read(Repository.file("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .map(
                        path ->
                                new Room(
                                        path.substring(path.lastIndexOf('/') + 1),
                                        Repository.file(path)))
                .forEach(room -> rooms.put(room.name(), room));
        var uses = new LinkedHashMap<String, Set<String>>();
        ROW.matcher(Repository.read(Repository.file("ARCHITECTURE.md")))
                .results()
                .forEach(row -> uses.put(row.group(1), uses(row.group(2), row.group(1), rooms)));
        return new Rooms(rooms, uses);
    }

    private static Set<String> uses(String cell, String name, Map<String, Room> rooms) {
        var uses = new TreeSet<String>();
        if (cell.equals("all")) {
            uses.addAll(rooms.keySet());
            uses.remove(name);
            return uses;
        }
        QUOTED.matcher(cell).results().forEach(match -> uses.add(match.group(1)));
        return uses;
    }

    /// The rooms with sources.
    List<Room> withCode() {
        return rooms.values().stream().filter(Room::hasCode).toList();
    }

    Set<String> usedBy(Room room) {
        return uses.getOrDefault(room.name(), Set.of());
    }

    /// Whether a room may use all others.
    boolean mayUseAll(Room room) {
        return usedBy(room).size() == rooms.size() - 1;
    }

    /// The rooms that the module descriptor of one asks for.
    Set<String> required(Room room) {
        return named(room.required());
    }

    /// These and the rooms that they hand on.
    Set<String> readable(Room room) {
        var found = required(room);
        var open = new ArrayList<>(found);
        while (!open.isEmpty()) {
            Optional.ofNullable(rooms.get(open.removeLast()))
                    .map(Room::handedOn)
                    .map(this::named)
                    .orElse(Set.of())
                    .stream()
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }

    private Set<String> named(Set<String> modules) {
        return rooms.values().stream()
                .filter(room -> modules.contains(room.module()))
                .map(Room::name)
                .collect(toCollection(TreeSet::new));
    }

    /// The rooms whose artifacts end up in the class path of one.
    Set<String> reachable(Room start) {
        var found = new TreeSet<String>();
        var open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            for (String artifact : open.removeLast().runTimeArtifacts()) {
                rooms.values().stream()
                        .filter(room -> room.artifact().equals(artifact))
                        .filter(room -> found.add(room.name()))
                        .forEach(open::add);
            }
        }
        return found;
    }
}
