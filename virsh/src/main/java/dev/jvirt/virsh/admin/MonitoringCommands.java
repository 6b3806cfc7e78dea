package dev.jvirt.virsh.admin;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.AdminClient;
import dev.jvirt.api.AdminServer;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.admin.AdminTransport;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands that look at a daemon.
final class MonitoringCommands implements CommandGroup {
    private static final int WIDTH = 15;
    private static final int LIMITS_WIDTH = 20;

    private final Administration administration;
    private final Servers servers;
    private final Output output;

    MonitoringCommands(Administration administration) {
        this.administration = administration;
        servers = new Servers(administration);
        output = administration.output();
    }

    @Override
    public String title() {
        return "Monitoring commands";
    }

    @Override
    public String keyword() {
        return "monitor";
    }

    @Override
    public List<String> names() {
        return List.of(
                "server-list",
                "server-threadpool-info",
                "client-list",
                "client-info",
                "server-clients-info");
    }

    @Override
    public @Nullable Command find(String name) {
        return switch (name) {
            case "server-list", "srv-list" -> serverList();
            case "server-threadpool-info", "srv-threadpool-info" -> threadpoolInfo();
            case "client-list", "srv-clients-list" -> clientList();
            case "client-info" -> clientInfo();
            case "server-clients-info", "srv-clients-info" -> clientsInfo();
            default -> null;
        };
    }

    private Command serverList() {
        return command("server-list", "list available servers on a daemon")
                .description("List the servers of the daemon.")
                .run(this::serverList);
    }

    private void serverList(Words words) {
        List<AdminServer> found;
        try {
            found = administration.connection().servers();
        } catch (LibvirtException e) {
            String uri = administration.connection().uri();
            throw new CommandFailure("failed to obtain list of available servers from " + uri, e);
        }
        var table = new Table("Id", "Name");
        for (int i = 0; i < found.size(); i++) {
            table.row(Integer.toString(i), found.get(i).name());
        }
        output.table(table);
    }

    private Command threadpoolInfo() {
        return command("server-threadpool-info", "get server workerpool parameters")
                .description("Print how many workers a server has and may have.")
                .option(servers.option("the server to ask about"))
                .run(this::threadpoolInfo);
    }

    private void threadpoolInfo(Words words) {
        AdminServer server = servers.find(words);
        TypedParameters parameters;
        try {
            parameters = server.threadPool();
        } catch (LibvirtException e) {
            throw new CommandFailure("Unable to get server workerpool parameters", e);
        }
        ParameterText.print(output, parameters, WIDTH);
    }

    private Command clientList() {
        return command("client-list", "list clients connected to <server>")
                .description("List the clients of a server.")
                .option(servers.option("the server whose clients are wanted"))
                .run(this::clientList);
    }

    private void clientList(Words words) {
        AdminServer server = servers.find(words);
        List<AdminClient> clients;
        try {
            clients = server.clients();
        } catch (LibvirtException e) {
            throw new CommandFailure(
                    "failed to obtain list of connected clients from server '%s'"
                            .formatted(server.name()),
                    e);
        }
        var table = new Table("Id", "Transport", "Connected since");
        for (AdminClient client : clients) {
            table.row(Long.toUnsignedString(client.id()), transport(client), since(client));
        }
        output.table(table);
    }

    private Command clientInfo() {
        return command("client-info", "retrieve client's identity info from server")
                .description("Print who a client of a server is.")
                .option(servers.option("the server that it is connected to"))
                .option(Option.data("client", "its id"))
                .run(this::clientInfo);
    }

    private void clientInfo(Words words) {
        long id = words.unsignedLong("client");
        AdminServer server = servers.find(words);
        AdminClient client = server.client(id);
        TypedParameters info;
        try {
            info = client.info();
        } catch (LibvirtException e) {
            throw new CommandFailure(
                    "failed to retrieve client identity information for client '%s' connected to"
                                    .formatted(Long.toUnsignedString(id))
                            + " server '%s'".formatted(server.name()),
                    e);
        }
        ParameterText.line(output, WIDTH, "id", Long.toUnsignedString(client.id()));
        ParameterText.line(output, WIDTH, "connection_time", since(client));
        ParameterText.line(output, WIDTH, "transport", transport(client));
        ParameterText.print(output, info, WIDTH);
    }

    private Command clientsInfo() {
        return command("server-clients-info", "get server's client-related configuration limits")
                .description("Print how many clients a server has and may have.")
                .option(servers.option("the server to ask about"))
                .run(this::clientsInfo);
    }

    private void clientsInfo(Words words) {
        AdminServer server = servers.find(words);
        TypedParameters limits;
        try {
            limits = server.clientLimits();
        } catch (LibvirtException e) {
            throw new CommandFailure(
                    "Unable to retrieve client limits from server's configuration", e);
        }
        ParameterText.print(output, limits, LIMITS_WIDTH);
    }

    private static String transport(AdminClient client) {
        return client.transport().map(AdminTransport::word).orElse("unknown");
    }

    private static String since(AdminClient client) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxx")
                .withZone(ZoneId.systemDefault())
                .format(client.connectedSince());
    }
}
