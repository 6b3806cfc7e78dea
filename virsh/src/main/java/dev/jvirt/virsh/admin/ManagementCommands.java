package dev.jvirt.virsh.admin;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.AdminClient;
import dev.jvirt.api.AdminServer;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The commands that change a daemon.
final class ManagementCommands implements CommandGroup {
    private final Administration administration;
    private final Servers servers;
    private final Output output;

    ManagementCommands(Administration administration) {
        this.administration = administration;
        servers = new Servers(administration);
        output = administration.output();
    }

    @Override
    public String title() {
        return "Management commands";
    }

    @Override
    public String keyword() {
        return "management";
    }

    @Override
    public List<String> names() {
        return List.of(
                "server-threadpool-set",
                "client-disconnect",
                "server-clients-set",
                "server-update-tls",
                "daemon-log-filters",
                "daemon-log-outputs",
                "daemon-timeout");
    }

    @Override
    public @Nullable Command find(String name) {
        return switch (name) {
            case "server-threadpool-set", "srv-threadpool-set" -> threadpoolSet();
            case "client-disconnect" -> clientDisconnect();
            case "server-clients-set", "srv-clients-set" -> clientsSet();
            case "server-update-tls", "srv-update-tls" -> updateTls();
            case "daemon-log-filters" -> logFilters();
            case "daemon-log-outputs" -> logOutputs();
            case "daemon-timeout" -> timeout();
            default -> null;
        };
    }

    private Command threadpoolSet() {
        return command("server-threadpool-set", "set server workerpool parameters")
                .description("Set how many workers a server may have.")
                .option(servers.option("the server to change"))
                .option(Option.number("min-workers", "the fewest workers"))
                .option(Option.number("max-workers", "the most workers"))
                .option(Option.number("priority-workers", "workers for calls that never wait"))
                .run(this::threadpoolSet);
    }

    private void threadpoolSet(Words words) {
        OptionalLong fewest = limit(words, "min-workers");
        OptionalLong most = limit(words, "max-workers");
        OptionalLong priority = limit(words, "priority-workers");
        if (fewest.isEmpty() && most.isEmpty() && priority.isEmpty()) {
            throw new CommandFailure(
                    "At least one of options --min-workers, --max-workers, --priority-workers is"
                            + " mandatory ");
        }
        checkOrder(most, fewest, "--min-workers must be less than or equal to --max-workers");
        var changes = TypedParameters.builder();
        add(changes, "minWorkers", fewest);
        add(changes, "maxWorkers", most);
        add(changes, "prioWorkers", priority);
        AdminServer server = servers.find(words);
        change(
                "Unable to change server workerpool parameters",
                () -> server.setThreadPool(changes.build()));
    }

    private Command clientsSet() {
        return command("server-clients-set", "set server's client-related configuration limits")
                .description("Set how many clients a server may have.")
                .option(servers.option("the server to change"))
                .option(Option.number("max-clients", "the most clients"))
                .option(Option.number("max-unauth-clients", "the most that are not known yet"))
                .run(this::clientsSet);
    }

    private void clientsSet(Words words) {
        OptionalLong most = limit(words, "max-clients");
        OptionalLong unknown = limit(words, "max-unauth-clients");
        if (most.isEmpty() && unknown.isEmpty()) {
            throw new CommandFailure(
                    "At least one of options --max-clients, --max-unauth-clients is mandatory");
        }
        checkOrder(
                most, unknown, "--max-unauth-clients must be less than or equal to --max-clients");
        var changes = TypedParameters.builder();
        add(changes, "nclients_max", most);
        add(changes, "nclients_unauth_max", unknown);
        AdminServer server = servers.find(words);
        change(
                "Unable to change server's client-related configuration limits",
                () -> server.setClientLimits(changes.build()));
    }

    private static OptionalLong limit(Words words, String option) {
        try {
            return words.unsignedNumber(option);
        } catch (CommandFailure e) {
            var lines = new ArrayList<>(e.lines());
            lines.add("Unable to parse integer parameter '" + option + "'");
            throw new CommandFailure(lines);
        }
    }

    private static void checkOrder(OptionalLong most, OptionalLong part, String rule) {
        if (most.isPresent() && part.isPresent() && part.getAsLong() > most.getAsLong()) {
            throw new CommandFailure(rule);
        }
    }

    private static void add(TypedParameters.Builder changes, String name, OptionalLong limit) {
        if (limit.isPresent()) {
            int value = (int) limit.getAsLong();
            changes.put(name, TypedValue.ofUnsignedInt(value));
        }
    }

    private Command clientDisconnect() {
        return command("client-disconnect", "force disconnect a client from the given server")
                .description("End the connection of a client, whatever it is doing.")
                .option(servers.option("the server that it is connected to"))
                .option(Option.number("client", "its id").mandatory())
                .run(this::clientDisconnect);
    }

    private void clientDisconnect(Words words) {
        long id = words.unsignedLong("client");
        AdminServer server = servers.find(words);
        AdminClient client = server.client(id);
        String name = Long.toUnsignedString(id);
        change(
                "Failed to disconnect client '" + name + "' from server " + server.name(),
                () -> client.disconnect());
        output.print("Client '" + name + "' disconnected");
    }

    private Command updateTls() {
        return command("server-update-tls", "notify server to update TLS related files online.")
                .description("Let a server read its certificates, keys and revocations anew.")
                .option(servers.option("the server, for example libvirtd"))
                .run(this::updateTls);
    }

    private void updateTls(Words words) {
        AdminServer server = servers.find(words);
        change("Unable to update server's tls related files.", () -> server.updateTlsFiles());
        output.line("update tls related files succeed");
    }

    private Command logFilters() {
        return command(
                        "daemon-log-filters",
                        "fetch or set the currently defined set of logging filters on daemon")
                .description("Print what the daemon logs, or change it.")
                .option(Option.string("filters", "what to log from now on").allowingEmpty())
                .run(this::logFilters);
    }

    private void logFilters(Words words) {
        if (words.has("filters")) {
            change(
                    "Unable to change daemon logging settings",
                    () ->
                            administration
                                    .connection()
                                    .setLoggingFilters(words.textOrEmpty("filters")));
            return;
        }
        try {
            output.line(" Logging filters: " + administration.connection().loggingFilters());
        } catch (LibvirtException e) {
            throw new CommandFailure("Unable to get daemon logging filters information", e);
        }
    }

    private Command logOutputs() {
        return command(
                        "daemon-log-outputs",
                        "fetch or set the currently defined set of logging outputs on daemon")
                .description("Print where the daemon logs to, or change it.")
                .option(Option.string("outputs", "where to log to from now on").allowingEmpty())
                .run(this::logOutputs);
    }

    private void logOutputs(Words words) {
        if (words.has("outputs")) {
            change(
                    "Unable to change daemon logging settings",
                    () ->
                            administration
                                    .connection()
                                    .setLoggingOutputs(words.textOrEmpty("outputs")));
            return;
        }
        try {
            output.line(" Logging outputs: " + administration.connection().loggingOutputs());
        } catch (LibvirtException e) {
            throw new CommandFailure("Unable to get daemon logging outputs information", e);
        }
    }

    private Command timeout() {
        return command("daemon-timeout", "set the auto shutdown timeout of the daemon")
                .description("Let the daemon end when it has had no clients for a while.")
                .option(
                        Option.number("timeout", "seconds without clients, 0 for never")
                                .mandatory()
                                .named())
                .run(this::timeout);
    }

    private void timeout(Words words) {
        administration
                .connection()
                .setDaemonTimeout((int) words.unsignedNumber("timeout").orElse(0));
    }

    private static void change(String complaint, Runnable change) {
        try {
            change.run();
        } catch (LibvirtException e) {
            throw new CommandFailure(complaint, e);
        }
    }
}
