package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.SchedulerType;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;

/// The commands about the scheduler of a domain and the events that perf counts for it.
final class SchedulerCommands {
    private static final int LABELS = 15;

    private final Domains domains;
    private final Output output;

    SchedulerCommands(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command scheduler() {
        return command("schedinfo", "show/set scheduler parameters")
                .description("Print the parameters of a domain's scheduler, or change them.")
                .option(domains.option())
                .option(Option.number("weight", "weight of Xen's credit scheduler").named())
                .option(Option.number("cap", "cap of Xen's credit scheduler").named())
                .flag("current", "now if it runs, from the next start on if not")
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .option(Option.arguments("set", "name=value"))
                .run(this::scheduler);
    }

    private void scheduler(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        Domain domain = domains.find(words);
        SchedulerType type;
        try {
            type = domain.tuning().schedulerType();
        } catch (LibvirtException e) {
            output.line(Labels.padded("Scheduler", LABELS) + ": Unknown");
            throw e;
        }
        output.line(Labels.padded("Scheduler", LABELS) + ": " + type.name());
        if (type.parameters() == 0) {
            throw CommandFailure.silent();
        }
        TypedParameters present = domain.tuning().schedulerParameters(flags);
        TypedParameters changes = changes(words, present);
        if (!changes.isEmpty()) {
            domain.tuning().setSchedulerParameters(changes, flags);
            present = domain.tuning().schedulerParameters(flags);
        } else if (words.has("live") && words.has("config")) {
            throw new CommandFailure("cannot query both live and config at once");
        }
        Labels.print(output, present);
    }

    private static TypedParameters changes(Words words, TypedParameters present) {
        var changes = TypedParameters.builder();
        for (String setting : words.arguments()) {
            int equals = setting.indexOf('=');
            if (equals < 0) {
                throw new CommandFailure("Invalid syntax for --set, expecting name=value");
            }
            String name = setting.substring(0, equals);
            if (!put(name, setting.substring(equals + 1), present, changes)) {
                throw new CommandFailure("invalid scheduler option: " + name);
            }
        }
        for (String name : new String[] {"cap", "weight"}) {
            String text = words.textOrEmpty(name);
            if (words.has(name) && !put(name, text, present, changes)) {
                throw new CommandFailure("invalid scheduler option: " + name);
            }
        }
        return changes.build();
    }

    /// Adds a value of the type that it has now, if it is there.
    private static boolean put(
            String name, String text, TypedParameters present, TypedParameters.Builder changes) {
        Optional<TypedValue> known = present.get(name);
        known.ifPresent(value -> changes.putText(name, value.type(), text));
        return known.isPresent();
    }

    Command perf() {
        return command("perf", "Get or set perf event")
                .description("Print which events perf counts for a domain, or change it.")
                .option(domains.option())
                .string("enable", "events to count, with commas between")
                .string("disable", "events not to count, with commas between")
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::perf);
    }

    private void perf(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        var changes = TypedParameters.builder();
        Optional<String> enabled = words.text("enable");
        Optional<String> disabled = words.text("disable");
        enabled.ifPresent(names -> events(names, true, changes));
        disabled.ifPresent(names -> events(names, false, changes));
        Domain domain = domains.find(words);
        TypedParameters wanted = changes.build();
        if (wanted.isEmpty()) {
            TypedParameters present =
                    Attempt.get(
                            "Unable to get perf events", () -> domain.tuning().perfEvents(flags));
            printStatus(present);
            return;
        }
        Attempt.to(
                "Unable to enable/disable perf events",
                () -> domain.tuning().setPerfEvents(wanted, flags));
        printStatus(wanted);
    }

    private static void events(String names, boolean enabled, TypedParameters.Builder changes) {
        for (String name : names.split(",", -1)) {
            changes.put(name, TypedValue.ofBoolean(enabled));
        }
    }

    private void printStatus(TypedParameters events) {
        for (TypedParameter event : events.parameters()) {
            boolean enabled = event.value().equals(TypedValue.ofBoolean(true));
            output.line(
                    Labels.padded(event.name(), LABELS)
                            + ": "
                            + (enabled ? "enabled" : "disabled"));
        }
    }
}
