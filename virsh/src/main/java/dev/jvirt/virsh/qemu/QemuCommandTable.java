package dev.jvirt.virsh.qemu;

import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import org.jspecify.annotations.Nullable;

/// Finds the commands of this package; only what a command needs is loaded.
public record QemuCommandTable(Hypervisor hypervisor) {

    /// The command of that name, or null.
    public @Nullable Command find(String name) {
        return switch (name) {
            case "lxc-enter-namespace" -> new QemuCommands(hypervisor).enterNamespace();
            case "qemu-agent-command" -> new QemuCommands(hypervisor).agent();
            case "qemu-attach" -> new QemuCommands(hypervisor).attach();
            case "qemu-monitor-command" -> new QemuCommands(hypervisor).monitor();
            case "qemu-monitor-event" -> new QemuEvents(hypervisor).event();
            default -> null;
        };
    }
}
