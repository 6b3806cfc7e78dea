package dev.jvirt.virsh.admin;

import dev.jvirt.api.AdminServer;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.util.List;

/// Finds the server that a command is about.
record Servers(Administration administration) implements Completer {
    private static final String OPTION = "server";

    /// The option that names the server.
    Option option(String help) {
        return Option.data(OPTION, help).completedBy(this);
    }

    /// The server that a command names.
    AdminServer find(Words words) {
        return administration.connection().server(given(words));
    }

    /// What it is called in the command.
    static String given(Words words) {
        return words.require(OPTION);
    }

    @Override
    public List<String> candidates(Words words) {
        return administration.connection().servers().stream().map(AdminServer::name).toList();
    }
}
