package dev.jvirt.virsh.network;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.Network;
import dev.jvirt.api.network.NetworkChange;
import dev.jvirt.api.network.NetworkUpdateCommand;
import dev.jvirt.api.network.NetworkUpdateFlag;
import dev.jvirt.api.network.NetworkUpdateSection;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `net-update`.
record NetworkUpdate(Hypervisor hypervisor) {
    Command update() {
        return command("net-update", "change a part of a network")
                .description("Change a part of a network without defining it anew.")
                .option(new NamedNetworks(hypervisor).option())
                .option(
                        Option.data(
                                        "command",
                                        "what to do: add-first, add-last (add), delete or modify")
                                .completedBy(words -> commands()))
                .option(
                        Option.data("section", "the part of the network")
                                .completedBy(words -> sections()))
                .option(Option.data("xml", "an XML element, or the file with one"))
                .option(Option.number("parent-index", "which of several parents is meant"))
                .flag("config", "change the definition")
                .flag("live", "change the network that runs")
                .flag("current", "change what the network is now")
                .run(this::update);
    }

    private static List<String> commands() {
        var names = new ArrayList<String>();
        names.add("add");
        for (NetworkUpdateCommand command : NetworkUpdateCommand.values()) {
            if (command != NetworkUpdateCommand.NONE) {
                names.add(optionName(command));
            }
        }
        return names;
    }

    private static List<String> sections() {
        var names = new ArrayList<String>();
        for (NetworkUpdateSection section : NetworkUpdateSection.values()) {
            if (section != NetworkUpdateSection.NONE) {
                names.add(optionName(section));
            }
        }
        return names;
    }

    private static String optionName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void update(Words words) {
        words.exclusive("current", "live");
        words.exclusive("current", "config");
        Network network = new NamedNetworks(hypervisor).find(words);
        NetworkUpdateCommand command = commandNamed(words.require("command"));
        NetworkUpdateSection section = sectionNamed(words.require("section"));
        int parent = words.number("parent-index").orElse(-1);
        String xml = words.require("xml");
        if (!xml.startsWith("<")) {
            xml = FileTexts.read(hypervisor.shell(), xml);
        }
        Flags<NetworkUpdateFlag> flags = Flags.none();
        if (words.has("config")) {
            flags = flags.with(NetworkUpdateFlag.AFFECT_CONFIG);
        }
        if (words.has("live")) {
            flags = flags.with(NetworkUpdateFlag.AFFECT_LIVE);
        }
        var change = NetworkChange.of(command, section, parent, xml);
        Flags<NetworkUpdateFlag> affected = flags;
        Attempt.to(
                "Failed to update network " + network.name(),
                () -> network.update(change, affected));
        hypervisor
                .output()
                .extra("Updated network " + network.name() + " " + updated(words, network));
    }

    private static NetworkUpdateCommand commandNamed(String name) {
        if (name.equals("add")) {
            return NetworkUpdateCommand.ADD_LAST;
        }
        for (NetworkUpdateCommand command : NetworkUpdateCommand.values()) {
            if (command != NetworkUpdateCommand.NONE && optionName(command).equals(name)) {
                return command;
            }
        }
        throw new CommandFailure("unrecognized command name '" + name + "'");
    }

    private static NetworkUpdateSection sectionNamed(String name) {
        for (NetworkUpdateSection section : NetworkUpdateSection.values()) {
            if (section != NetworkUpdateSection.NONE && optionName(section).equals(name)) {
                return section;
            }
        }
        throw new CommandFailure("unrecognized section name '" + name + "'");
    }

    private static String updated(Words words, Network network) {
        if (words.has("config")) {
            return words.has("live") ? "persistent config and live state" : "persistent config";
        }
        return words.has("live") || network.isActive() ? "live state" : "persistent config";
    }
}
