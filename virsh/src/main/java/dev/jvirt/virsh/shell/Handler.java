package dev.jvirt.virsh.shell;

/// Does what a command is for.
public interface Handler {
    /// Runs the command and prints its result.
    ///
    /// @throws CommandFailure if it cannot be done
    /// @throws dev.jvirt.api.LibvirtException if libvirt refuses; its message is all that is shown
    void run(Words words);
}
