package dev.jvirt.qemu.process;

import dev.jvirt.documents.domain.DomainDefinition;

/// Turns a definition into a command.
@FunctionalInterface
public interface StartPlanner {
    /// Chooses what a definition leaves open and writes the command.
    ///
    /// @param definition complete, with an id
    /// @param files where its files are
    /// @param display the ports of its displays
    /// @param masterKey the key to the secrets that QEMU is given
    /// @throws dev.jvirt.api.LibvirtException if it cannot run here
    StartPlan plan(
            DomainDefinition definition, LiveFiles files, PortLease display, byte[] masterKey);
}
