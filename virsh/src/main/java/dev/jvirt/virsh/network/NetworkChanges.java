package dev.jvirt.virsh.network;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.Network;
import dev.jvirt.api.network.NetworkCreateFlag;
import dev.jvirt.api.network.NetworkDefineFlag;
import dev.jvirt.api.network.NetworkListFlag;
import dev.jvirt.api.network.NetworkXmlFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.object.EditedObject;
import dev.jvirt.virsh.object.Outcome;
import dev.jvirt.virsh.object.Subject;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Words;

/// The commands that define, start and stop networks.
final class NetworkChanges {
    private final Hypervisor hypervisor;
    private final NamedNetworks networks;

    NetworkChanges(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        networks = new NamedNetworks(hypervisor);
    }

    Command define() {
        return new Documents(hypervisor)
                .fromFile(
                        command("net-define", "define a network, or change the definition of one")
                                .description("Define a network, or change how it is defined."),
                        new Outcome(
                                "Network %s defined from %s", "Failed to define network from %s"),
                        this::define);
    }

    private String define(String xml, boolean validated) {
        Flags<NetworkDefineFlag> flags =
                validated ? Flags.of(NetworkDefineFlag.VALIDATE) : Flags.none();
        return hypervisor.connection().networks().defineXml(xml, flags).name();
    }

    Command create() {
        return new Documents(hypervisor)
                .fromFile(
                        command("net-create", "start a network that is not defined")
                                .description("Start a network that will be gone when it stops."),
                        new Outcome(
                                "Network %s created from %s", "Failed to create network from %s"),
                        this::create);
    }

    private String create(String xml, boolean validated) {
        Flags<NetworkCreateFlag> flags =
                validated ? Flags.of(NetworkCreateFlag.VALIDATE) : Flags.none();
        return hypervisor.connection().networks().createXml(xml, flags).name();
    }

    Command edit() {
        return command("net-edit", "edit the XML of a network")
                .description("Edit the definition of a network.")
                .option(networks.option())
                .run(this::edit);
    }

    private void edit(Words words) {
        Network network = networks.find(words);
        new Documents(hypervisor)
                .edit(
                        new EditedObject(
                                "Network",
                                network.name(),
                                () -> definition(network),
                                this::define));
    }

    private static String definition(Network network) {
        return Documents.definition(
                () -> network.xml(Flags.of(NetworkXmlFlag.INACTIVE)),
                () -> network.xml(Flags.none()));
    }

    Command start() {
        return networks.subject(networks.option(NetworkListFlag.INACTIVE))
                .does(
                        command("net-start", "start a network that is defined")
                                .description("Start a network."),
                        new Outcome("Network %s started", "Failed to start network %s"),
                        Network::create);
    }

    Command destroy() {
        return subject()
                .does(
                        command("net-destroy", "stop a network")
                                .description("Stop a network, whoever uses it."),
                        new Outcome("Network %s destroyed", "Failed to destroy network %s"),
                        Network::destroy);
    }

    Command undefine() {
        return subject()
                .does(
                        command("net-undefine", "remove the definition of a network")
                                .description("Remove the definition of a network."),
                        new Outcome(
                                "Network %s has been undefined", "Failed to undefine network %s"),
                        Network::undefine);
    }

    Command autostart() {
        return subject()
                .autostarts(
                        command("net-autostart", "let a network start with the host, or not")
                                .description("Let a network start when the host does."),
                        "Network",
                        Network::setAutostart);
    }

    private Subject<Network> subject() {
        return networks.subject(networks.option());
    }
}
