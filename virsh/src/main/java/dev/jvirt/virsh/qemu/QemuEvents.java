package dev.jvirt.virsh.qemu;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.event.QemuMonitorEvent;
import dev.jvirt.api.event.QemuMonitorEventFlag;
import dev.jvirt.api.event.QemuMonitorFilter;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.EventWait;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;

/// `qemu-monitor-event`: waits for what QEMU's monitor tells.
final class QemuEvents {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    QemuEvents(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command event() {
        return command("qemu-monitor-event", "QEMU Monitor Events")
                .description("Wait for events of QEMU's monitor and print them.")
                .option(
                        Option.string("domain", "only of this domain: name, id or uuid")
                                .completedBy(domains.names()))
                .string("event", "only events of this name")
                .flag("pretty", "indent the answer")
                .flag("loop", "go on until the time is over or the wait is interrupted")
                .option(Option.number("timeout", "seconds to wait"))
                .flag("regex", "the name is a regular expression")
                .flag("no-case", "small and capital letters are the same")
                .flag("timestamp", "print the time of each event")
                .run(this::event);
    }

    private void event(Words words) {
        Flags<QemuMonitorEventFlag> flags = Flags.none();
        if (words.has("regex")) {
            flags = flags.with(QemuMonitorEventFlag.REGEX);
        }
        if (words.has("no-case")) {
            flags = flags.with(QemuMonitorEventFlag.NOCASE);
        }
        int timeout = words.timeoutMillis().orElse(0);
        var filter = new QemuMonitorFilter(words.text("event"), flags);
        Optional<Domain> domain =
                words.has("domain") ? Optional.of(domains.find(words)) : Optional.empty();
        boolean timestamps = words.has("timestamp");
        boolean pretty = words.has("pretty");
        var wait = new EventWait(output, words.has("loop"), timestamps);
        hypervisor.onDisconnect(wait::finish);
        try (Subscription _ = hypervisor.shell().onInterrupt(wait::interrupt);
                Subscription _ =
                        hypervisor
                                .connection()
                                .events()
                                .onQemuMonitor(
                                        filter,
                                        domain,
                                        event -> wait.print(text(event, timestamps, pretty)))) {
            output.print(wait.await(timeout));
            output.line("events received: " + wait.count());
        } finally {
            hypervisor.onDisconnect(null);
        }
        if (wait.count() == 0) {
            throw CommandFailure.silent();
        }
    }

    private static String text(QemuMonitorEvent event, boolean timestamps, boolean pretty) {
        String details = event.details().orElse("<null>");
        if (pretty) {
            details = JsonText.parse(details).map(JsonText::pretty).orElse(details);
        }
        String time = timestamps ? "" : " at %d.%06d".formatted(event.seconds(), event.micros());
        return "event "
                + event.name()
                + time
                + " for domain '"
                + event.domain().name()
                + "': "
                + details;
    }
}
