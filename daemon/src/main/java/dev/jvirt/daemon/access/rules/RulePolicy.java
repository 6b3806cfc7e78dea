package dev.jvirt.daemon.access.rules;

import dev.jvirt.daemon.access.AccessObject;
import dev.jvirt.daemon.access.AccessPolicy;
import dev.jvirt.daemon.access.ClientIdentity;
import dev.jvirt.daemon.access.Permission;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;

/// The access driver `rules`: what the file says holds until a better file has been read.
public final class RulePolicy implements AccessPolicy {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.daemon.access");

    private final Path file;
    private final CallerCache callers = new CallerCache(System::nanoTime);
    private volatile RuleFile rules;

    private RulePolicy(Path file, RuleFile rules) {
        this.file = file;
        this.rules = rules;
    }

    /// Reads the file.
    ///
    /// @throws dev.jvirt.api.LibvirtException that names the file, and the line and word at fault
    public static RulePolicy load(Path file) {
        return new RulePolicy(file, RuleFile.load(file));
    }

    @Override
    public boolean allows(ClientIdentity client, AccessObject object, Permission permission) {
        Decision decision;
        try {
            decision = rules.decide(callers.of(client), object, permission);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "denied {0}: cannot tell who asks: {1}", name(permission), e);
            return false;
        }
        if (!decision.allows() && LOG.isLoggable(Level.DEBUG)) {
            LOG.log(Level.DEBUG, "denied {0} by {1}", name(permission), decision.reason());
        }
        return decision.allows();
    }

    private static String name(Permission permission) {
        return Action.name(permission);
    }

    @Override
    public void reload() {
        rules = RuleFile.load(file);
        callers.clear();
    }
}
