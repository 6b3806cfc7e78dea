package dev.jvirt.virsh.network;

import dev.jvirt.api.Flags;
import dev.jvirt.api.Network;
import dev.jvirt.api.network.NetworkListFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Lookup;
import dev.jvirt.virsh.object.Subject;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.util.List;

/// Finds the network that a command names.
record NamedNetworks(Hypervisor hypervisor) {
    private static final String OPTION = "network";

    /// The option that names it in either way.
    ///
    /// @param offered which networks are offered when it is completed
    Option option(NetworkListFlag... offered) {
        return Option.data(OPTION, "network name or uuid").completedBy(names(offered));
    }

    /// The option that gives its UUID.
    Option uuidOption() {
        return Option.data(OPTION, "network uuid")
                .completedBy(Lookup.names(() -> all(), network -> network.uuid().toString()));
    }

    /// The option that gives its name.
    Option nameOption() {
        return Option.data(OPTION, "network name").completedBy(names());
    }

    /// Completes the names of networks.
    Completer names(NetworkListFlag... offered) {
        return Lookup.names(() -> all(offered), Network::name);
    }

    /// The network that a command is about.
    ///
    /// @param named the option that names it
    Subject<Network> subject(Option named) {
        return new Subject<>(hypervisor.output(), named, this::find);
    }

    private List<Network> all(NetworkListFlag... offered) {
        return hypervisor.connection().networks().list(Flags.of(offered));
    }

    Network find(Words words) {
        return lookup().find(words, OPTION);
    }

    Network findByUuid(Words words) {
        return lookup().findByUuid(words, OPTION);
    }

    Network findByName(Words words) {
        return lookup().findByName(words, OPTION);
    }

    private Lookup<Network> lookup() {
        return new Lookup<>(
                hypervisor,
                "network",
                uuid -> hypervisor.connection().networks().lookupByUuid(uuid),
                name -> hypervisor.connection().networks().lookupByName(name));
    }
}
