package dev.jvirt.virsh.domain;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.virsh.shell.CommandFailure;
import java.util.function.Supplier;

/// Calls libvirt and says in virsh's words what was attempted should it fail.
public final class Attempt {
    private Attempt() {}

    /// Runs `action`; if it fails, `line` is said before libvirt's own error.
    public static void to(String line, Runnable action) {
        try {
            action.run();
        } catch (LibvirtException e) {
            throw new CommandFailure(line, e);
        }
    }

    /// What `action` returns; if it fails, `line` is said before libvirt's own error.
    public static <T> T get(String line, Supplier<T> action) {
        try {
            return action.get();
        } catch (LibvirtException e) {
            throw new CommandFailure(line, e);
        }
    }
}
