package dev.jvirt.daemon.access.rules;

import dev.jvirt.daemon.access.AccessObject;
import dev.jvirt.daemon.access.Permission;
import java.util.List;
import java.util.Set;

/// One line of the file.
///
/// @param place where it stands
/// @param text as it is written
/// @param allows whether it allows what it is about, or forbids it
/// @param who whom it is about
/// @param actions what they do
/// @param conditions that the object has to fulfil, all of them
public record Rule(
        RulePlace place,
        String text,
        boolean allows,
        List<Who> who,
        Set<Permission> actions,
        List<Condition> conditions) {
    public Rule {
        who = List.copyOf(who);
        actions = Set.copyOf(actions);
        conditions = List.copyOf(conditions);
    }

    /// Whether it says anything about this.
    boolean fits(Caller caller, AccessObject object, Permission permission) {
        // The object comes last: its attributes may have to be looked up.
        return actions.contains(permission) && isAbout(caller) && fits(object);
    }

    private boolean isAbout(Caller caller) {
        for (Who each : who) {
            if (each.is(caller)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(AccessObject object) {
        for (Condition condition : conditions) {
            if (!condition.holds(object)) {
                return false;
            }
        }
        return true;
    }
}
