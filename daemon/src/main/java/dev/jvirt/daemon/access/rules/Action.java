package dev.jvirt.daemon.access.rules;

import dev.jvirt.daemon.access.ObjectType;
import dev.jvirt.daemon.access.Permission;
import java.util.LinkedHashSet;
import java.util.Set;

/// The names of actions: `domain.start`, also as polkit's `org.libvirt.api.domain.start`, and
/// `domain.*`, `*.getattr` and `*` for several.
public final class Action {
    private static final String PREFIX = "org.libvirt.api.";

    private Action() {}

    /// What polkit's name leaves to say.
    static String name(Permission permission) {
        return permission.object().label() + "." + permission.label();
    }

    /// All permissions that are meant.
    ///
    /// @return empty if there are none of that name
    public static Set<Permission> permissions(String text) {
        String name = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        int dot = name.indexOf('.');
        String wantedObject = dot < 0 ? name : name.substring(0, dot);
        String wanted = dot < 0 ? "*" : name.substring(dot + 1);
        var found = new LinkedHashSet<Permission>();
        if (dot < 0 && !name.equals("*")) {
            return found;
        }
        for (ObjectType object : ObjectType.values()) {
            if (!wantedObject.equals("*") && !wantedObject.equals(object.label())) {
                continue;
            }
            for (Permission permission : object.permissions()) {
                if (wanted.equals("*") || wanted.equals(permission.label())) {
                    found.add(permission);
                }
            }
        }
        return found;
    }
}
