package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainStatsRecord;
import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.domain.DomainStatsFlag;
import dev.jvirt.api.domain.DomainStatsType;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `domstats`: the figures of many domains at once.
final class StatisticsCommand {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    StatisticsCommand(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command statistics() {
        return command("domstats", "get statistics about one or multiple domains")
                .description(
                        "Print figures about domains, all of them or those that the options name.")
                .flag("state", "the state")
                .flag("cpu-total", "the time on CPUs")
                .flag("balloon", "the memory balloon")
                .flag("vcpu", "the vcpus")
                .flag("interface", "the network interfaces")
                .flag("block", "the disks")
                .flag("perf", "the perf events")
                .flag("iothread", "the IOThreads")
                .flag("memory", "the memory")
                .flag("dirtyrate", "how fast memory is written to")
                .flag("vm", "what only this hypervisor knows")
                .flag("list-active", "only of domains that run")
                .flag("list-inactive", "only of domains that do not run")
                .flag("list-persistent", "only of domains with a definition")
                .flag("list-transient", "only of domains without a definition")
                .flag("list-running", "only of domains in state running")
                .flag("list-paused", "only of domains in state paused")
                .flag("list-shutoff", "only of domains in state shut off")
                .flag("list-other", "only of domains in another state")
                .flag("raw", "print values as they are")
                .flag("enforce", "fail if the driver does not know what is asked for")
                .flag("backing", "with the backing files of disks")
                .flag("nowait", "only what can be had at once")
                .option(Option.arguments("domain", "the domains").completedBy(domains.names()))
                .run(this::statistics);
    }

    private void statistics(Words words) {
        Flags<DomainStatsType> types = types(words);
        Flags<DomainStatsFlag> flags = flags(words);
        List<DomainStatsRecord> records;
        if (words.has("domain")) {
            var wanted = new ArrayList<Domain>();
            for (String name : words.arguments()) {
                wanted.add(domains.find(name, words));
            }
            records = hypervisor.connection().domainStats(wanted, types, flags);
        } else {
            records = hypervisor.connection().domainStats(types, flags);
        }
        boolean first = true;
        for (DomainStatsRecord one : records) {
            if (!first) {
                output.line("");
            }
            first = false;
            output.line("Domain: '" + one.domain().name() + "'");
            for (TypedParameter figure : one.figures().parameters()) {
                output.line("  " + figure.name() + "=" + figure.value().text());
            }
        }
    }

    private static Flags<DomainStatsType> types(Words words) {
        Flags<DomainStatsType> types = Flags.none();
        for (DomainStatsType type : DomainStatsType.values()) {
            if (words.has(type.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                types = types.with(type);
            }
        }
        return types;
    }

    private static Flags<DomainStatsFlag> flags(Words words) {
        Flags<DomainStatsFlag> flags = Flags.none();
        for (DomainStatsFlag flag : DomainStatsFlag.values()) {
            String option =
                    switch (flag) {
                        case NOWAIT -> "nowait";
                        case BACKING -> "backing";
                        case ENFORCE_STATS -> "enforce";
                        default -> "list-" + flag.name().toLowerCase(Locale.ROOT);
                    };
            if (words.has(option)) {
                flags = flags.with(flag);
            }
        }
        return flags;
    }
}
