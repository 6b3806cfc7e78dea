package dev.jvirt.daemon.access.rules;

import dev.jvirt.daemon.access.AccessObject;
import dev.jvirt.daemon.config.Wildcards;
import java.util.List;
import java.util.Optional;

/// What a rule wants of the object: that an attribute fits one of the patterns, or that it is known
/// and fits none of them.
record Condition(String attribute, boolean negated, List<String> patterns) {
    Condition {
        patterns = List.copyOf(patterns);
    }

    boolean holds(AccessObject object) {
        Optional<String> value = object.attribute(attribute);
        return value.isPresent() && fits(value.get()) != negated;
    }

    private boolean fits(String value) {
        for (String pattern : patterns) {
            if (Wildcards.match(pattern, value)) {
                return true;
            }
        }
        return false;
    }
}
