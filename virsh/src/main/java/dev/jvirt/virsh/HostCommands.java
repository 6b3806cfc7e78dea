package dev.jvirt.virsh;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.NodeInfo;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The commands about the host and its hypervisor.
final class HostCommands implements CommandGroup {
    private static final int LABELS = 20;

    private final Hypervisor hypervisor;
    private final Output output;

    HostCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        output = hypervisor.output();
    }

    @Override
    public String title() {
        return "Host and Hypervisor";
    }

    @Override
    public String keyword() {
        return "host";
    }

    @Override
    public List<String> names() {
        return List.of(
                "capabilities",
                "freecell",
                "hostname",
                "maxvcpus",
                "nodeinfo",
                "sysinfo",
                "uri",
                "version");
    }

    @Override
    public @Nullable Command find(String name) {
        return switch (name) {
            case "capabilities" -> capabilities();
            case "freecell" -> freeMemory();
            case "hostname" -> hostname();
            case "maxvcpus" -> maxVcpus();
            case "nodeinfo" -> nodeInfo();
            case "sysinfo" -> sysinfo();
            case "uri" -> uri();
            case "version" -> version();
            default -> null;
        };
    }

    private Command capabilities() {
        return command("capabilities", "capabilities")
                .description("Print what the host and its hypervisor are capable of.")
                .run(words -> output.line(ask("capabilities", Connection::capabilities)));
    }

    private Command hostname() {
        return command("hostname", "print the hypervisor hostname")
                .run(words -> output.line(ask("hostname", Connection::hostname)));
    }

    private Command sysinfo() {
        return command("sysinfo", "print the hypervisor sysinfo")
                .description("Print what the firmware says about the host, as XML")
                .run(words -> output.print(ask("sysinfo", connection -> connection.sysinfo(0))));
    }

    private Command uri() {
        return command("uri", "print the hypervisor canonical URI")
                .run(words -> output.line(ask("URI", Connection::uri)));
    }

    private <T> T ask(String what, Function<Connection, T> question) {
        try {
            return question.apply(hypervisor.connection());
        } catch (LibvirtException e) {
            throw new CommandFailure("failed to get " + what, e);
        }
    }

    private Command maxVcpus() {
        return command("maxvcpus", "connection vcpu maximum")
                .description("Print how many virtual CPUs a guest can have.")
                .string("type", "domain type")
                .run(
                        words -> {
                            int most = hypervisor.connection().maxVcpus(words.text("type"));
                            output.line(Integer.toString(most));
                        });
    }

    private Command freeMemory() {
        return command("freecell", "NUMA free memory")
                .description("Print the free memory of the host.")
                .option(Option.number("cellno", "of this NUMA cell"))
                .flag("all", "of each NUMA cell")
                .run(this::freeMemory);
    }

    private void freeMemory(Words words) {
        words.exclusive("all", "cellno");
        boolean cell = words.number("cellno").isPresent();
        if (cell || words.has("all")) {
            throw LibvirtException.unsupported(ErrorDomain.NONE, "virNodeGetCellsFreeMemory");
        }
        output.line("Total: " + (hypervisor.connection().freeMemory() >>> 10) + " KiB");
    }

    private Command nodeInfo() {
        return command("nodeinfo", "node information")
                .description("Print the CPUs and the memory of the host.")
                .run(words -> print(ask("node information", Connection::nodeInfo)));
    }

    private void print(NodeInfo info) {
        output.field("CPU model:", LABELS, info.model());
        field("CPU(s):", info.cpus(), "");
        if (info.mhz() != 0) {
            field("CPU frequency:", info.mhz(), " MHz");
        }
        field("CPU socket(s):", info.sockets(), "");
        field("Core(s) per socket:", info.cores(), "");
        field("Thread(s) per core:", info.threads(), "");
        field("NUMA cell(s):", info.nodes(), "");
        field("Memory size:", info.memory(), " KiB");
    }

    private void field(String label, long value, String unit) {
        output.field(label, LABELS, value + unit);
    }

    private Command version() {
        return command("version", "show version")
                .description("Print the versions of library, API and hypervisor.")
                .flag("daemon", "the version of the daemon, too")
                .run(this::version);
    }

    private void version(Words words) {
        String type = ask("hypervisor type", Connection::type);
        output.line("Compiled against library: libvirt " + VirshProgram.VERSION);
        output.line("Using library: libvirt " + VirshProgram.VERSION);
        output.line("Using API: " + type + " " + VirshProgram.VERSION);
        long version = ask("the hypervisor version", Connection::version);
        if (version == 0) {
            output.line("Cannot extract running " + type + " hypervisor version");
        } else {
            output.line("Running hypervisor: " + type + " " + dotted(version));
        }
        if (!words.has("daemon")) {
            return;
        }
        try {
            long daemon = hypervisor.connection().libraryVersion();
            output.line("Running against daemon: " + dotted(daemon));
        } catch (LibvirtException e) {
            hypervisor.shell().remember(e);
            output.error("failed to get the daemon version");
        }
    }

    private static String dotted(long version) {
        return version / 1_000_000 + "." + version / 1000 % 1000 + "." + version % 1000;
    }
}
