package dev.jvirt.virsh.shell;

import dev.jvirt.api.LibvirtException;

/// A connection that is always there.
final class OpenGate implements ConnectionGate {
    @Override
    public boolean begin() {
        return true;
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public void settle() {}

    @Override
    public void failed(LibvirtException error) {}

    @Override
    public String prompt() {
        return "> ";
    }

    @Override
    public void close() {}
}
