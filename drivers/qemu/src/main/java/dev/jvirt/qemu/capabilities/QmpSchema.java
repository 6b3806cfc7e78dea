package dev.jvirt.qemu.capabilities;

import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonString;
import dev.jvirt.qemu.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What QEMU says about its own monitor protocol: the answer to `query-qmp-schema`.
///
/// A path such as `blockdev-add/arg-type/+file/aio/^io_uring` leads from a command or event to a
/// part of it. A step is a member of an object, or one of
///
/// - `+name`: a variant of a union,
/// - `*name`: an optional member,
/// - `^name`: a value of an enumeration,
/// - `!type`: the JSON type of a built-in type,
/// - `$name`: a feature of a command, an object or an enumeration's value.
///
/// Arrays are passed through, of alternatives the first that fits is taken.
public final class QmpSchema {
    private static final int MAX_DEPTH = 1000;

    private final Map<String, JsonObject> entries = new HashMap<>();

    /// The schema of an answer.
    public QmpSchema(List<JsonObject> answer) {
        for (JsonObject entry : answer) {
            entry.string("name").ifPresent(name -> entries.put(name, entry));
        }
    }

    /// Whether the path leads somewhere.
    public boolean has(String path) {
        String[] steps = path.split("/", -1);
        return follow(steps[0], steps, 1, 0);
    }

    /// The entry at the end of a path of members, if there is one.
    public Optional<JsonObject> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    private boolean follow(String type, String[] steps, int next, int depth) {
        JsonObject entry = entries.get(type);
        if (entry == null || depth > MAX_DEPTH) {
            return false;
        }
        if (next == steps.length) {
            return true;
        }
        String step = steps[next];
        return switch (entry.string("meta-type").orElse("")) {
            case "object" -> object(entry, steps, next, depth);
            case "array" ->
                    entry.string("element-type")
                            .map(element -> follow(element, steps, next, depth + 1))
                            .orElse(false);
            case "command", "event" -> command(entry, steps, next, depth);
            case "enum" -> enumeration(entry, steps, next);
            case "builtin" ->
                    step.startsWith("!")
                            && next + 1 == steps.length
                            && entry.string("json-type").orElse("").equals(step.substring(1));
            case "alternate" -> alternate(entry, steps, next, depth);
            default -> false;
        };
    }

    private boolean object(JsonObject entry, String[] steps, int next, int depth) {
        String step = steps[next];
        String name = isPlain(step) ? step : step.substring(1);
        return switch (step.charAt(0)) {
            case '^', '!' -> false;
            case '$' -> next + 1 == steps.length && hasFeature(entry, name);
            case '+' -> member(entry, "variants", "case", name, steps, next, depth, false);
            case '*' -> member(entry, "members", "name", name, steps, next, depth, true);
            default -> member(entry, "members", "name", name, steps, next, depth, false);
        };
    }

    private boolean member(
            JsonObject entry,
            String list,
            String key,
            String name,
            String[] steps,
            int next,
            int depth,
            boolean optional) {
        for (JsonObject member : entry.objects(list)) {
            if (member.string(key).orElse("").equals(name)) {
                return (!optional || member.has("default"))
                        && follow(member.string("type").orElse(""), steps, next + 1, depth + 1);
            }
        }
        return false;
    }

    private boolean command(JsonObject entry, String[] steps, int next, int depth) {
        String step = steps[next];
        if (step.startsWith("$")) {
            return next + 1 == steps.length && hasFeature(entry, step.substring(1));
        }
        return isPlain(step)
                && entry.string(step)
                        .map(type -> follow(type, steps, next + 1, depth + 1))
                        .orElse(false);
    }

    private static boolean enumeration(JsonObject entry, String[] steps, int next) {
        if (!steps[next].startsWith("^")) {
            return false;
        }
        String name = steps[next].substring(1);
        if (entry.has("members")) {
            for (JsonObject member : entry.objects("members")) {
                if (member.string("name").orElse("").equals(name)) {
                    return next + 1 == steps.length
                            || next + 2 == steps.length
                                    && steps[next + 1].startsWith("$")
                                    && hasFeature(member, steps[next + 1].substring(1));
                }
            }
            return false;
        }
        return next + 1 == steps.length
                && entry.array("values")
                        .map(values -> values.values().contains(new JsonString(name)))
                        .orElse(false);
    }

    private boolean alternate(JsonObject entry, String[] steps, int next, int depth) {
        for (JsonObject member : entry.objects("members")) {
            if (follow(member.string("type").orElse(""), steps, next, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasFeature(JsonObject entry, String name) {
        for (JsonValue feature :
                entry.array("features").map(array -> array.values()).orElse(List.of())) {
            if (feature instanceof JsonString text && text.value().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(String step) {
        char first = step.charAt(0);
        return first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z';
    }
}
