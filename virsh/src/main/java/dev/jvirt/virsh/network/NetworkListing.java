package dev.jvirt.virsh.network;

import static dev.jvirt.virsh.object.Attempt.maybe;
import static dev.jvirt.virsh.object.Attempt.yesOrNo;
import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.Network;
import dev.jvirt.api.network.NetworkListFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `net-list`.
final class NetworkListing {
    /// The filters that are options of their own, by name.
    private static final List<NetworkListFlag> NARROWING =
            List.of(
                    NetworkListFlag.PERSISTENT,
                    NetworkListFlag.TRANSIENT,
                    NetworkListFlag.AUTOSTART,
                    NetworkListFlag.NO_AUTOSTART);

    private final Hypervisor hypervisor;
    private final Output output;

    NetworkListing(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        output = hypervisor.output();
    }

    Command list() {
        return command("net-list", "list networks")
                .description("List the networks that are up, or those that the options ask for.")
                .flag("inactive", "those that are down")
                .flag("all", "those that are up and those that are down")
                .flag("persistent", "only those with a definition")
                .flag("transient", "only those without a definition")
                .flag("autostart", "only those that start with the host")
                .flag("no-autostart", "only those that do not start with the host")
                .flag("uuid", "print UUIDs")
                .flag("name", "print names")
                .flag("table", "print a table (default)")
                .run(this::list);
    }

    /// libvirt's virsh then tries to count them, as it did before there were lists of objects.
    private static CommandFailure uncounted(boolean inactive) {
        String function = inactive ? "virConnectNumOfDefinedNetworks" : "virConnectNumOfNetworks";
        return new CommandFailure(
                "Failed to get the number of %s networks"
                        .formatted(inactive ? "inactive" : "active"),
                LibvirtException.unsupported(ErrorDomain.NETWORK, function));
    }

    private void list(Words words) {
        int forms = 0;
        for (String form : List.of("table", "name", "uuid")) {
            forms += words.has(form) ? 1 : 0;
        }
        if (forms > 1) {
            throw new CommandFailure(
                    "Only one argument from --table, --name and --uuid may be specified.");
        }
        var networks = new ArrayList<Network>();
        try {
            networks.addAll(hypervisor.connection().networks().list(filter(words)));
        } catch (LibvirtException e) {
            if (e.code() == ErrorCode.NO_SUPPORT) {
                throw uncounted(words.has("inactive") && !words.has("all"));
            }
            throw new CommandFailure("Failed to list networks", e);
        }
        networks.sort((one, other) -> one.name().compareToIgnoreCase(other.name()));
        if (words.has("uuid")) {
            networks.forEach(network -> output.line(network.uuid().toString()));
        } else if (words.has("name")) {
            networks.forEach(network -> output.line(network.name()));
        } else {
            output.table(table(networks));
        }
    }

    private static Flags<NetworkListFlag> filter(Words words) {
        Flags<NetworkListFlag> filter = Flags.none();
        if (words.has("inactive") || words.has("all")) {
            filter = filter.with(NetworkListFlag.INACTIVE);
        }
        if (!words.has("inactive") || words.has("all")) {
            filter = filter.with(NetworkListFlag.ACTIVE);
        }
        for (NetworkListFlag narrowing : NARROWING) {
            String option = narrowing.name().toLowerCase(Locale.ROOT).replace('_', '-');
            filter = words.has(option) ? filter.with(narrowing) : filter;
        }
        return filter;
    }

    private Table table(List<Network> networks) {
        var table = new Table("Name", "State", "Autostart", "Persistent");
        for (Network network : networks) {
            // C takes "unknown" for "yes" in these two columns.
            boolean active = maybe(hypervisor, network::isActive).orElse(true);
            boolean persistent = maybe(hypervisor, network::isPersistent).orElse(true);
            table.row(
                    network.name(),
                    active ? "active" : "inactive",
                    yesOrNo(hypervisor, network::autostart, "no autostart"),
                    yesOrNo(persistent));
        }
        return table;
    }
}
