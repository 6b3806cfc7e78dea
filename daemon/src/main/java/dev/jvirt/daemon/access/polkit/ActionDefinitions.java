package dev.jvirt.daemon.access.polkit;

import dev.jvirt.daemon.access.ConnectPermission;
import dev.jvirt.daemon.access.NodeDevicePermission;
import dev.jvirt.daemon.access.ObjectType;
import dev.jvirt.daemon.access.Permission;
import java.util.List;

/// The files that tell polkit which actions there are and what holds without a rule of the host.
/// Identifiers and defaults are libvirt's: tools and rules of administrators name them.
public final class ActionDefinitions {
    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE policyconfig PUBLIC "-//freedesktop//DTD PolicyKit Policy Configuration 1.0//EN"
              "http://www.freedesktop.org/standards/PolicyKit/1.0/policyconfig.dtd">
            <policyconfig>
              <vendor>jvirt</vendor>
            """;

    private static final String TAIL = "</policyconfig>\n";

    private ActionDefinitions() {}

    /// `org.libvirt.unix.policy`: coming in.
    public static String logins() {
        return HEAD
                + action(
                        PolkitLogin.MONITOR,
                        "Look at domains, networks and storage of this host",
                        "Looking at the domains of this host needs authentication",
                        "yes")
                + action(
                        PolkitLogin.MANAGE,
                        "Manage domains, networks and storage of this host",
                        "Managing the domains of this host needs authentication",
                        "auth_admin_keep")
                + TAIL;
    }

    /// `org.libvirt.api.policy`: each permission of the access driver.
    public static String permissions() {
        var text = new StringBuilder(HEAD);
        for (ObjectType type : ObjectType.values()) {
            for (Permission permission : type.permissions()) {
                String what = words(permission.label()) + " (" + words(type.label()) + ")";
                text.append(
                        action(
                                permission.action(),
                                "libvirt: " + what,
                                "The permission to " + what + " is missing",
                                isHarmless(permission) ? "yes" : "no"));
            }
        }
        return text.append(TAIL).toString();
    }

    private static String words(String label) {
        return label.replace('-', ' ');
    }

    /// Whether everybody may do it where no rule says otherwise.
    private static boolean isHarmless(Permission permission) {
        return switch (permission.label()) {
            case "getattr" -> true;
            case "read" -> permission != NodeDevicePermission.READ;
            default ->
                    permission instanceof ConnectPermission
                            && permission.label().startsWith("search-");
        };
    }

    private static String action(String id, String description, String message, String answer) {
        var text = new StringBuilder();
        text.append("  <action id=\"").append(id).append("\">\n");
        text.append("    <description>").append(description).append("</description>\n");
        text.append("    <message>").append(message).append("</message>\n");
        text.append("    <defaults>\n");
        for (String session : List.of("any", "inactive", "active")) {
            String element = "allow_" + session;
            text.append("      <%s>%s</%s>\n".formatted(element, answer, element));
        }
        return text.append("    </defaults>\n  </action>\n").toString();
    }
}
