package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainLifecycle;
import dev.jvirt.api.domain.DomainLifecycleAction;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;

/// `set-lifecycle-action`: what happens when the guest stops, reboots or crashes.
final class LifecycleActionCommand {
    private final Domains domains;

    LifecycleActionCommand(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
    }

    Command set() {
        return command("set-lifecycle-action", "change lifecycle actions")
                .description("Change what happens when the guest stops, reboots or crashes.")
                .option(domains.option())
                .option(
                        Option.data("type", "poweroff, reboot or crash")
                                .completedBy(new Choices("poweroff", "reboot", "crash")))
                .option(
                        Option.data("action", "what is done then")
                                .completedBy(
                                        new Choices(
                                                "destroy",
                                                "restart",
                                                "rename-restart",
                                                "preserve",
                                                "coredump-destroy",
                                                "coredump-restart")))
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::set);
    }

    private void set(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        String typeName = words.require("type");
        String actionName = words.require("action");
        DomainLifecycle type =
                switch (typeName) {
                    case "poweroff" -> DomainLifecycle.POWEROFF;
                    case "reboot" -> DomainLifecycle.REBOOT;
                    case "crash" -> DomainLifecycle.CRASH;
                    default ->
                            throw new CommandFailure("Invalid lifecycle type '" + typeName + "'.");
                };
        DomainLifecycleAction action = action(actionName);
        Domain domain = domains.find(words);
        Attempt.to(
                "Unable to change lifecycle action.",
                () -> domain.tuning().setLifecycleAction(type, action, flags));
    }

    private static DomainLifecycleAction action(String name) {
        return switch (name) {
            case "destroy" -> DomainLifecycleAction.DESTROY;
            case "restart" -> DomainLifecycleAction.RESTART;
            case "rename-restart" -> DomainLifecycleAction.RESTART_RENAME;
            case "preserve" -> DomainLifecycleAction.PRESERVE;
            case "coredump-destroy" -> DomainLifecycleAction.COREDUMP_DESTROY;
            case "coredump-restart" -> DomainLifecycleAction.COREDUMP_RESTART;
            default -> throw new CommandFailure("Invalid lifecycle action '" + name + "'.");
        };
    }
}
