package dev.jvirt.virsh;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.Network;
import dev.jvirt.api.network.NetworkListFlag;
import dev.jvirt.api.network.NetworkXmlFlag;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.DebugLevel;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The commands about virtual networks.
final class NetworkCommands implements CommandGroup {
    private static final int LABELS = 15;

    /// The filters that are options of their own, by name.
    private static final List<NetworkListFlag> NARROWING =
            List.of(
                    NetworkListFlag.PERSISTENT,
                    NetworkListFlag.TRANSIENT,
                    NetworkListFlag.AUTOSTART,
                    NetworkListFlag.NO_AUTOSTART);

    private final Hypervisor hypervisor;
    private final Output output;

    NetworkCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        output = hypervisor.output();
    }

    @Override
    public String title() {
        return "Networking";
    }

    @Override
    public String keyword() {
        return "network";
    }

    @Override
    public List<String> names() {
        return List.of("net-dumpxml", "net-info", "net-list", "net-name", "net-uuid");
    }

    @Override
    public @Nullable Command find(String name) {
        return switch (name) {
            case "net-dumpxml" -> dumpXml();
            case "net-info" -> info();
            case "net-list" -> list();
            case "net-name" -> name();
            case "net-uuid" -> uuid();
            default -> null;
        };
    }

    private Command dumpXml() {
        return command("net-dumpxml", "network information in XML")
                .description("Print the XML of a network.")
                .option(option("network name or uuid", false))
                .flag("inactive", "as of the next start, not as it runs")
                .option(XmlOutput.xpath())
                .option(XmlOutput.wrap())
                .run(
                        words -> {
                            Network network = find(words, true, true);
                            words.checkNotEmpty("xpath");
                            Flags<NetworkXmlFlag> flags = Flags.none();
                            if (words.has("inactive")) {
                                flags = Flags.of(NetworkXmlFlag.INACTIVE);
                            }
                            String xml = network.xml(flags);
                            XmlOutput.print(output, xml, words);
                        });
    }

    private Command name() {
        return command("net-name", "show the name of a network")
                .option(option("network uuid", true))
                .run(words -> output.line(find(words, true, false).name()));
    }

    private Command uuid() {
        return command("net-uuid", "show the UUID of a network")
                .option(option("network name", false))
                .run(words -> output.line(find(words, false, true).uuid().toString()));
    }

    private Command info() {
        return command("net-info", "network information")
                .description("Print the most important facts about a network")
                .option(option("network name or uuid", false))
                .run(this::info);
    }

    private void info(Words words) {
        Network network = find(words, true, true);
        field("Name:", network.name());
        field("UUID:", network.uuid().toString());
        answer(network::isActive).ifPresent(active -> field("Active:", yesOrNo(active)));
        field("Persistent:", answer(network::isPersistent).map(this::yesOrNo).orElse("unknown"));
        field("Autostart:", answer(network::autostart).map(this::yesOrNo).orElse("no autostart"));
        answer(network::bridgeName)
                .flatMap(bridge -> bridge)
                .ifPresent(bridge -> field("Bridge:", bridge));
    }

    private <T> Optional<T> answer(java.util.function.Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (LibvirtException e) {
            hypervisor.shell().remember(e);
            return Optional.empty();
        }
    }

    private void field(String label, String value) {
        output.field(label, LABELS, value);
    }

    private String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }

    private Command list() {
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
            boolean active = answer(network::isActive).orElse(true);
            boolean persistent = answer(network::isPersistent).orElse(true);
            table.row(
                    network.name(),
                    active ? "active" : "inactive",
                    answer(network::autostart).map(this::yesOrNo).orElse("no autostart"),
                    yesOrNo(persistent));
        }
        return table;
    }

    private Option option(String help, boolean completeUuids) {
        return Option.data("network", help).completedBy(new Names(hypervisor, completeUuids));
    }

    /// The network that a command names.
    ///
    /// @throws CommandFailure if there is none
    private Network find(Words words, boolean byUuid, boolean byName) {
        String name = words.require("network");
        String command = words.command().name();
        if (output.shows(DebugLevel.INFO)) {
            output.debug(DebugLevel.INFO, command + ": found option <network>: " + name + "\n");
        }
        LibvirtException refusal = null;
        if (byUuid && name.length() == Uuids.LENGTH) {
            output.debug(DebugLevel.DEBUG, command + ": <network> trying as network UUID\n");
            Optional<UUID> uuid = Uuids.parse(name);
            try {
                if (uuid.isPresent()) {
                    return hypervisor.connection().networks().lookupByUuid(uuid.get());
                }
            } catch (LibvirtException e) {
                refusal = e;
            }
        }
        if (byName) {
            output.debug(DebugLevel.DEBUG, command + ": <network> trying as network NAME\n");
            try {
                return hypervisor.connection().networks().lookupByName(name);
            } catch (LibvirtException e) {
                refusal = e;
            }
        }
        String text = "failed to get network '" + name + "'";
        throw refusal == null ? new CommandFailure(text) : new CommandFailure(text, refusal);
    }

    private record Names(Hypervisor hypervisor, boolean asUuids) implements Completer {
        @Override
        public List<String> candidates(Words words) {
            var names = new ArrayList<String>();
            for (Network network : hypervisor.connection().networks().list(Flags.none())) {
                names.add(asUuids ? network.uuid().toString() : network.name());
            }
            return names;
        }
    }
}
