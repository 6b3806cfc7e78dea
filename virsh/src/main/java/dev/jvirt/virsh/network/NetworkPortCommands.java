package dev.jvirt.virsh.network;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.Network;
import dev.jvirt.api.NetworkPort;
import dev.jvirt.api.network.NetworkPortCreateFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.Uuids;
import dev.jvirt.virsh.XmlOutput;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.object.Lookup;
import dev.jvirt.virsh.object.Outcome;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.Comparator;

/// The commands about the ports of networks.
final class NetworkPortCommands {
    private final Hypervisor hypervisor;
    private final NamedNetworks networks;
    private final Output output;

    NetworkPortCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        networks = new NamedNetworks(hypervisor);
        output = hypervisor.output();
    }

    private Option port() {
        return Option.data("port", "port UUID")
                .completedBy(
                        words ->
                                Lookup.names(
                                                () -> networks.find(words).ports().list(0),
                                                port -> port.uuid().toString())
                                        .candidates(words));
    }

    private static NetworkPort find(Words words, Network network) {
        String name = words.require("port");
        String failure = "failed to get network port '" + name + "'";
        var uuid = Uuids.parse(name);
        if (name.length() != Uuids.LENGTH || uuid.isEmpty()) {
            throw new CommandFailure(failure);
        }
        try {
            return network.ports().lookupByUuid(uuid.get());
        } catch (LibvirtException e) {
            throw new CommandFailure(failure, e);
        }
    }

    Command list() {
        return command("net-port-list", "list the ports of a network")
                .description("List the ports of a network.")
                .option(networks.option())
                .flag("uuid", "print UUIDs")
                .flag("table", "print a table (default)")
                .run(this::list);
    }

    private void list(Words words) {
        if (words.has("table") && words.has("uuid")) {
            throw new CommandFailure("Only one argument from --table and --uuid may be specified.");
        }
        Network network = networks.find(words);
        var ports = new ArrayList<>(network.ports().list(0));
        ports.sort(Comparator.comparing(port -> port.uuid().toString()));
        if (words.has("uuid")) {
            ports.forEach(port -> output.line(port.uuid().toString()));
            return;
        }
        var table = new Table("UUID");
        ports.forEach(port -> table.row(port.uuid().toString()));
        output.table(table);
    }

    Command create() {
        return command("net-port-create", "make a port of a network")
                .description("Make a port of a network.")
                .option(networks.option())
                .option(Documents.file())
                .option(Documents.validate())
                .run(this::create);
    }

    private void create(Words words) {
        Network network = networks.find(words);
        var texts =
                new Outcome("Network port %s created from %s", "Failed to create network from %s");
        new Documents(hypervisor)
                .fromFile(
                        words,
                        texts,
                        (xml, validated) -> {
                            Flags<NetworkPortCreateFlag> flags =
                                    validated
                                            ? Flags.of(NetworkPortCreateFlag.VALIDATE)
                                            : Flags.none();
                            return network.ports().createXml(xml, flags).uuid().toString();
                        });
    }

    Command dumpXml() {
        return command("net-port-dumpxml", "network port information in XML")
                .description("Print the XML of a port.")
                .option(networks.option())
                .option(port())
                .option(XmlOutput.xpath())
                .option(XmlOutput.wrap())
                .run(
                        new Documents(hypervisor)
                                .printer(
                                        words -> find(words, networks.find(words)),
                                        (port, inactive) -> port.xml(0)));
    }

    Command delete() {
        return command("net-port-delete", "remove a port of a network")
                .description("Remove a port of a network.")
                .option(networks.option())
                .option(port())
                .run(this::delete);
    }

    private void delete(Words words) {
        NetworkPort port = find(words, networks.find(words));
        new Outcome("Network port %s deleted", "Failed to delete network port %s")
                .of(output, port.uuid().toString(), () -> port.delete(0));
    }
}
