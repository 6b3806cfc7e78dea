package dev.jvirt.virsh.network;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.Interface;
import dev.jvirt.api.Interfaces;
import dev.jvirt.api.host.InterfaceDefineFlag;
import dev.jvirt.api.host.InterfaceListFlag;
import dev.jvirt.api.host.InterfaceXmlFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.object.EditedObject;
import dev.jvirt.virsh.object.Outcome;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Words;
import java.util.function.Consumer;

/// The commands that configure the host's interfaces.
final class InterfaceChanges {
    private final Hypervisor hypervisor;
    private final NamedInterfaces interfaces;

    InterfaceChanges(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        interfaces = new NamedInterfaces(hypervisor);
    }

    Command define() {
        return new Documents(hypervisor)
                .fromFile(
                        command("iface-define", "define an interface of the host, or change one")
                                .description("Define an interface, or change how it is defined."),
                        new Outcome(
                                "Interface %s defined from %s",
                                "Failed to define interface from %s"),
                        this::define);
    }

    private String define(String xml, boolean validated) {
        Flags<InterfaceDefineFlag> flags =
                validated ? Flags.of(InterfaceDefineFlag.VALIDATE) : Flags.none();
        return hypervisor.connection().interfaces().defineXml(xml, flags).name();
    }

    Command edit() {
        return command("iface-edit", "edit the XML of an interface of the host")
                .description("Edit the definition of an interface.")
                .option(interfaces.option())
                .run(this::edit);
    }

    private void edit(Words words) {
        Interface iface = interfaces.find(words);
        new Documents(hypervisor)
                .edit(
                        new EditedObject(
                                "Interface",
                                iface.name(),
                                () -> iface.xml(Flags.of(InterfaceXmlFlag.INACTIVE)),
                                this::define));
    }

    Command start() {
        return interfaces
                .subject(InterfaceListFlag.INACTIVE)
                .does(
                        command("iface-start", "bring an interface of the host up")
                                .description("Bring an interface up."),
                        new Outcome("Interface %s started", "Failed to start interface %s"),
                        iface -> iface.create(0));
    }

    Command destroy() {
        return interfaces
                .subject()
                .does(
                        command("iface-destroy", "take an interface of the host down")
                                .description("Take an interface down, whoever uses it."),
                        new Outcome("Interface %s destroyed", "Failed to destroy interface %s"),
                        iface -> iface.destroy(0));
    }

    Command undefine() {
        return interfaces
                .subject()
                .does(
                        command("iface-undefine", "remove the definition of an interface")
                                .description("Remove the definition of an interface."),
                        new Outcome("Interface %s undefined", "Failed to undefine interface %s"),
                        Interface::undefine);
    }

    Command begin() {
        return change(
                command("iface-begin", "remember how the interfaces are configured")
                        .description("Remember how the interfaces are configured now"),
                new Outcome(
                        "Network config change transaction started",
                        "Failed to begin network config change transaction"),
                all -> all.beginChange(0));
    }

    Command commit() {
        return change(
                command("iface-commit", "keep the changes since iface-begin")
                        .description("Keep the changes and forget what was remembered"),
                new Outcome(
                        "Network config change transaction committed",
                        "Failed to commit network config change transaction"),
                all -> all.commitChange(0));
    }

    Command rollback() {
        return change(
                command("iface-rollback", "undo the changes since iface-begin")
                        .description("Configure the interfaces as was remembered"),
                new Outcome(
                        "Network config change transaction rolled back",
                        "Failed to rollback network config change transaction"),
                all -> all.rollbackChange(0));
    }

    private Command change(Command.Builder begun, Outcome outcome, Consumer<Interfaces> change) {
        return begun.run(
                words ->
                        outcome.of(
                                hypervisor.output(),
                                "",
                                () -> change.accept(hypervisor.connection().interfaces())));
    }
}
