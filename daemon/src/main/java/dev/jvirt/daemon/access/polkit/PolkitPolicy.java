package dev.jvirt.daemon.access.polkit;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.daemon.access.AccessObject;
import dev.jvirt.daemon.access.AccessPolicy;
import dev.jvirt.daemon.access.ClientIdentity;
import dev.jvirt.daemon.access.Permission;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.OptionalLong;

/// libvirt's access driver `polkit`: an action for each permission, with the attributes of the
/// object as its details. Who cannot be named as a process is denied.
///
/// Answers are not remembered: rules may depend on the time of day, or on who is logged in.
public final class PolkitPolicy implements AccessPolicy {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.daemon.access");

    private final PolkitAuthority authority;

    public PolkitPolicy(PolkitAuthority authority) {
        this.authority = authority;
    }

    @Override
    public boolean allows(ClientIdentity client, AccessObject object, Permission permission) {
        OptionalLong process = client.processId();
        OptionalLong started = client.processTime();
        OptionalLong user = client.userId();
        String action = permission.action();
        if (process.isEmpty() || started.isEmpty() || user.isEmpty()) {
            LOG.log(Level.WARNING, "denied {0}: the client is no process of this host", action);
            return false;
        }
        var subject = new PolkitSubject(process.getAsLong(), started.getAsLong(), user.getAsLong());
        // Looked up before: an error of that is an answer of its own.
        Map<String, String> details = object.attributes();
        try {
            authority.check(subject, action, details, false);
            return true;
        } catch (LibvirtException e) {
            LOG.log(Level.DEBUG, "denied {0}: {1}", action, e.getMessage());
            return false;
        }
    }
}
