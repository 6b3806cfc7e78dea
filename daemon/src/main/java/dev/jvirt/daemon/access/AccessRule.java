package dev.jvirt.daemon.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the protocol says that one call needs.
///
/// @param requirements in the order in which they are checked; all of the same kind of object
/// @param filter what a client needs for each object that the call lists or subscribes to
public record AccessRule(List<Requirement> requirements, Optional<Permission> filter) {

    /// The rule that annotations of a call make up.
    public static AccessRule of(List<String> acl, String filter) {
        return new AccessRule(
                acl.stream().map(Requirement::of).toList(),
                filter.isEmpty() ? Optional.empty() : Optional.of(Permission.of(filter)));
    }

    /// Whether nothing is asked.
    public boolean isEmpty() {
        return requirements.isEmpty();
    }

    /// What kind of object the call is about.
    public ObjectType object() {
        return requirements.getFirst().permission().object();
    }

    /// The permissions that a call with these arguments needs.
    ///
    /// @param parameter the argument that the rule names
    public List<Permission> needed(int flags, int parameter) {
        var needed = new ArrayList<Permission>(requirements.size());
        for (Requirement requirement : requirements) {
            if (requirement.condition().holds(flags, parameter)) {
                needed.add(requirement.permission());
            }
        }
        return needed;
    }
}
