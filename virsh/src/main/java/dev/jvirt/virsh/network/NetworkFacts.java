package dev.jvirt.virsh.network;

import static dev.jvirt.virsh.object.Attempt.maybe;
import static dev.jvirt.virsh.object.Attempt.yesOrNo;
import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.Network;
import dev.jvirt.api.network.IpAddressType;
import dev.jvirt.api.network.NetworkDhcpLease;
import dev.jvirt.api.network.NetworkXmlFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;

/// The commands that tell about one network.
final class NetworkFacts {
    private static final int LABELS = 15;

    private final Hypervisor hypervisor;
    private final NamedNetworks networks;
    private final Output output;

    NetworkFacts(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        networks = new NamedNetworks(hypervisor);
        output = hypervisor.output();
    }

    Command dumpXml() {
        var documents = new Documents(hypervisor);
        return Documents.dumpEither(
                command("net-dumpxml", "network information in XML")
                        .description("Print the XML of a network."),
                networks.option(),
                documents.printer(
                        networks::find, (network, inactive) -> network.xml(flags(inactive))));
    }

    private static Flags<NetworkXmlFlag> flags(boolean inactive) {
        return inactive ? Flags.of(NetworkXmlFlag.INACTIVE) : Flags.none();
    }

    Command name() {
        return command("net-name", "show the name of a network")
                .option(networks.uuidOption())
                .run(words -> output.line(networks.findByUuid(words).name()));
    }

    Command uuid() {
        return command("net-uuid", "show the UUID of a network")
                .option(networks.nameOption())
                .run(words -> output.line(networks.findByName(words).uuid().toString()));
    }

    Command info() {
        return command("net-info", "network information")
                .description("Print the most important facts about a network")
                .option(networks.option())
                .run(this::info);
    }

    private void info(Words words) {
        Network network = networks.find(words);
        field("Name:", network.name());
        field("UUID:", network.uuid().toString());
        maybe(hypervisor, network::isActive).ifPresent(active -> field("Active:", yesOrNo(active)));
        field("Persistent:", yesOrNo(hypervisor, network::isPersistent, "unknown"));
        field("Autostart:", yesOrNo(hypervisor, network::autostart, "no autostart"));
        maybe(hypervisor, network::bridgeName)
                .flatMap(bridge -> bridge)
                .ifPresent(bridge -> field("Bridge:", bridge));
    }

    private void field(String label, String value) {
        output.field(label, LABELS, value);
    }

    Command leases() {
        return command("net-dhcp-leases", "list the addresses that a network lent")
                .description("List the addresses that the DHCP server of a network lent")
                .option(networks.option())
                .option(Option.string("mac", "only to this MAC address"))
                .run(this::leases);
    }

    private void leases(Words words) {
        var mac = words.text("mac");
        Network network = networks.find(words);
        var leases =
                new ArrayList<>(
                        Attempt.get(
                                "Failed to get leases info for " + words.require("network"),
                                () -> network.dhcpLeases(mac, 0)));
        leases.sort(
                Comparator.comparing(lease -> lease.mac().orElse(""), String::compareToIgnoreCase));
        var table =
                new Table(
                        "Expiry Time",
                        "MAC address",
                        "Protocol",
                        "IP address",
                        "Hostname",
                        "Client ID or DUID");
        var time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
        for (NetworkDhcpLease lease : leases) {
            table.row(
                    time.format(Instant.ofEpochSecond(lease.expiryTime())),
                    lease.mac().orElse("-"),
                    lease.type() == IpAddressType.IPV6 ? "ipv6" : "ipv4",
                    lease.address() + "/" + lease.prefix(),
                    lease.hostname().orElse("-"),
                    lease.clientId().orElse("-"));
        }
        output.table(table);
    }
}
