package dev.jvirt.flight.replay;

import dev.jvirt.flight.dump.Fields;
import dev.jvirt.flight.file.RecordedFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// What differs between two frames, value by value; their serials do not count.
final class Differences {
    private Differences() {}

    /// Lines with `-` for what was recorded and `+` for what came now; none if both are the same.
    static List<String> of(RecordedFrame recorded, RecordedFrame now) {
        var lines = new ArrayList<String>();
        if (recorded.header().status() != now.header().status()) {
            lines.add("- status " + recorded.header().status());
            lines.add("+ status " + now.header().status());
        }
        Map<String, String> before = values(recorded);
        Map<String, String> after = values(now);
        var paths = new LinkedHashSet<String>(before.keySet());
        paths.addAll(after.keySet());
        for (String path : paths) {
            String old = before.getOrDefault(path, "(not there)");
            String fresh = after.getOrDefault(path, "(not there)");
            if (!old.equals(fresh)) {
                add(lines, path, old, fresh);
            }
        }
        return lines;
    }

    private static Map<String, String> values(RecordedFrame frame) {
        Fields fields = Fields.of(frame);
        var values = new LinkedHashMap<String, String>();
        fields.problem().ifPresent(problem -> values.put("problem", problem));
        fields.values().forEach(value -> values.put(value.path(), value.text()));
        return values;
    }

    /// Of documents only the lines that are not in the other.
    private static void add(List<String> lines, String path, String old, String fresh) {
        if (!old.contains("\n") && !fresh.contains("\n")) {
            lines.add("- %s = %s".formatted(path, old));
            lines.add("+ %s = %s".formatted(path, fresh));
            return;
        }
        lines.add("  %s:".formatted(path));
        List<String> before = old.lines().toList();
        List<String> after = fresh.lines().toList();
        int start = lines.size();
        before.stream().filter(line -> !after.contains(line)).forEach(l -> lines.add("-   " + l));
        after.stream().filter(line -> !before.contains(line)).forEach(l -> lines.add("+   " + l));
        if (lines.size() == start) {
            lines.add("  the same lines in another order or number");
        }
    }
}
