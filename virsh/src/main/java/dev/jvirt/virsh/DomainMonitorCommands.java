package dev.jvirt.virsh;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.virsh.domain.DomainCommandTable;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands that look at domains.
final class DomainMonitorCommands implements CommandGroup {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    DomainMonitorCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    @Override
    public String title() {
        return "Domain Monitoring";
    }

    @Override
    public String keyword() {
        return "monitor";
    }

    @Override
    public List<String> names() {
        return List.of(
                "domblkerror",
                "domblkinfo",
                "domblklist",
                "domblkstat",
                "domcontrol",
                "domif-getlink",
                "domifaddr",
                "domiflist",
                "domifstat",
                "dominfo",
                "dommemstat",
                "domstate",
                "domstats",
                "domtime",
                "list");
    }

    @Override
    public @Nullable Command find(String name) {
        return switch (name) {
            case "domblklist" -> new DomainDevices(hypervisor).disks();
            case "domif-getlink" -> new DomainDevices(hypervisor).link();
            case "domiflist" -> new DomainDevices(hypervisor).interfaces();
            case "dominfo" -> info();
            case "domstate" -> state();
            case "list" -> new DomainListing(hypervisor).list();
            case "domblkerror",
                    "domblkinfo",
                    "domblkstat",
                    "domcontrol",
                    "domifaddr",
                    "domifstat",
                    "dommemstat",
                    "domstats",
                    "domtime" ->
                    new DomainCommandTable(hypervisor).findMonitoring(name);
            default -> null;
        };
    }

    private Command state() {
        return command("domstate", "domain state")
                .description("Print the state of a domain.")
                .option(domains.option())
                .flag("reason", "and why it is in that state")
                .run(this::state);
    }

    private void state(Words words) {
        Domain domain = domains.find(words);
        if (!words.has("reason")) {
            output.line(StateNames.of(Domains.state(domain)));
            return;
        }
        DomainStatus status = domain.state(0);
        output.line(StateNames.of(status.state()) + " (" + StateNames.of(status.reason()) + ")");
    }

    private Command info() {
        return command("dominfo", "domain information")
                .description("Print the most important facts about a domain.")
                .option(domains.option())
                .run(
                        words -> {
                            Domain domain = domains.find(words);
                            new DomainSummary(hypervisor, domain).print();
                        });
    }
}
