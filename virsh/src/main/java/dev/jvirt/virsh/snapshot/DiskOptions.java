package dev.jvirt.virsh.snapshot;

import dev.jvirt.virsh.shell.CommandFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands behind the names of `name=value,...`, as `--diskspec` and `--memspec` take it.
public record DiskOptions(Map<String, String> values) {

    /// @param parts `name=value` each
    /// @param names that are known; each may be there once
    /// @param option that the parts come from, for the error
    /// @param spec its whole value
    public static DiskOptions parse(
            List<String> parts, List<String> names, String option, String spec) {
        var values = new LinkedHashMap<String, String>();
        for (String part : parts) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals);
            if (!names.contains(name) || values.containsKey(name)) {
                throw unparsable(option, spec);
            }
            values.put(name, part.substring(equals + 1));
        }
        return new DiskOptions(values);
    }

    /// The failure that an option makes no sense.
    public static CommandFailure unparsable(String option, String spec) {
        return new CommandFailure("unable to parse " + option + ": " + spec);
    }

    /// The value of a name, if it was given.
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
