package dev.jvirt.virsh.network;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.Interface;
import dev.jvirt.api.host.InterfaceListFlag;
import dev.jvirt.api.host.InterfaceXmlFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.object.InParallel;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;

/// The commands that tell about the host's interfaces.
final class InterfaceFacts {
    private final Hypervisor hypervisor;
    private final NamedInterfaces interfaces;
    private final Output output;

    InterfaceFacts(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        interfaces = new NamedInterfaces(hypervisor);
        output = hypervisor.output();
    }

    Command list() {
        return command("iface-list", "list the host's network interfaces")
                .description("List the interfaces that are up, or those that the options ask for.")
                .flag("inactive", "those that are down")
                .flag("all", "those that are up and those that are down")
                .run(this::list);
    }

    private void list(Words words) {
        words.exclusive("all", "inactive");
        Flags<InterfaceListFlag> filter = Flags.none();
        if (words.has("inactive") || words.has("all")) {
            filter = filter.with(InterfaceListFlag.INACTIVE);
        }
        if (!words.has("inactive") || words.has("all")) {
            filter = filter.with(InterfaceListFlag.ACTIVE);
        }
        Flags<InterfaceListFlag> wanted = filter;
        var found =
                new ArrayList<>(
                        Attempt.get(
                                "Failed to list interfaces",
                                () -> hypervisor.connection().interfaces().list(wanted)));
        found.sort((one, other) -> one.name().compareToIgnoreCase(other.name()));
        var table = new Table("Name", "State", "MAC Address");
        InParallel.map(found, this::row).forEach(table::row);
        output.table(table);
    }

    private String[] row(Interface iface) {
        boolean active = Attempt.maybe(hypervisor, iface::isActive).orElse(true);
        return new String[] {iface.name(), active ? "active" : "inactive", iface.mac()};
    }

    Command name() {
        return command("iface-name", "show the name of an interface")
                .option(interfaces.macOption())
                .run(words -> output.line(interfaces.findByMac(words).name()));
    }

    Command mac() {
        return command("iface-mac", "show the MAC address of an interface")
                .option(interfaces.nameOption())
                .run(
                        words ->
                                output.line(
                                        interfaces
                                                .findByName(words, NamedInterfaces.OPTION)
                                                .mac()));
    }

    Command dumpXml() {
        return Documents.dumpEither(
                command("iface-dumpxml", "interface information in XML")
                        .description("Print the XML of an interface of the host."),
                interfaces.option(),
                new Documents(hypervisor)
                        .printer(
                                interfaces::find, (iface, inactive) -> iface.xml(flags(inactive))));
    }

    private static Flags<InterfaceXmlFlag> flags(boolean inactive) {
        return inactive ? Flags.of(InterfaceXmlFlag.INACTIVE) : Flags.none();
    }
}
