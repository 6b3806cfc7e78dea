package dev.jvirt.virsh.host;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.NodeInfo;
import dev.jvirt.api.host.EmulatorChoice;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.VirshProgram;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.Optional;
import java.util.function.Function;

/// The commands that print what a host says about itself.
final class HostFacts {
    private static final int LABELS = 20;

    private final Hypervisor hypervisor;
    private final Output output;

    HostFacts(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        output = hypervisor.output();
    }

    Command capabilities() {
        return command("capabilities", "capabilities")
                .description("Print what the host and its hypervisor are capable of.")
                .run(words -> output.line(ask("capabilities", Connection::capabilities)));
    }

    Command hostname() {
        return command("hostname", "print the hypervisor hostname")
                .run(words -> output.line(ask("hostname", Connection::hostname)));
    }

    Command sysinfo() {
        return command("sysinfo", "print the hypervisor sysinfo")
                .description("Print what the firmware says about the host, as XML")
                .run(words -> output.print(ask("sysinfo", connection -> connection.sysinfo(0))));
    }

    Command uri() {
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

    Command maxVcpus() {
        return command("maxvcpus", "connection vcpu maximum")
                .description("Print how many virtual CPUs a guest can have.")
                .option(Option.string("type", "domain type").completedBy(HostChoices.hypervisors()))
                .run(
                        words -> {
                            Optional<String> type = words.text("type");
                            output.line(
                                    maxVcpusOfGuest(type)
                                            .orElseGet(() -> maxVcpusOfHypervisor(type)));
                        });
    }

    /// What the hypervisor says of its guests, should it say more than a number.
    private Optional<String> maxVcpusOfGuest(Optional<String> type) {
        var any = new EmulatorChoice(Optional.empty(), Optional.empty(), Optional.empty(), type);
        try {
            String xml = hypervisor.connection().hypervisor().domainCapabilities(any, Flags.none());
            String most = XmlQuery.of(xml).root().child("vcpu").attribute("max");
            return Optional.of(most).filter(text -> !text.isEmpty());
        } catch (LibvirtException e) {
            hypervisor.shell().forget();
            return Optional.empty();
        }
    }

    private String maxVcpusOfHypervisor(Optional<String> type) {
        return Integer.toString(hypervisor.connection().maxVcpus(type));
    }

    Command nodeInfo() {
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

    Command version() {
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
