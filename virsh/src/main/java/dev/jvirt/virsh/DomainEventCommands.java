package dev.jvirt.virsh;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The commands about the events of domains.
final class DomainEventCommands implements CommandGroup {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    DomainEventCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    @Override
    public String title() {
        return "Domain Events";
    }

    @Override
    public String keyword() {
        return "events";
    }

    @Override
    public List<String> names() {
        return List.of("event");
    }

    @Override
    public @Nullable Command find(String name) {
        return name.equals("event") ? event() : null;
    }

    private Command event() {
        return command("event", "wait for events of domains")
                .description("List the kinds of events, or wait for events and print them")
                .option(
                        Option.string("domain", "only of this domain: name, id or uuid")
                                .completedBy(domains.names()))
                .option(Option.string("event", "the kind to wait for").completedBy(new Kinds()))
                .flag("all", "wait for events of all kinds")
                .flag("loop", "go on until the time is over or the wait is interrupted")
                .option(Option.number("timeout", "seconds to wait"))
                .flag("list", "list the kinds of events")
                .flag("timestamp", "print the time of each event")
                .run(this::event);
    }

    private void event(Words words) {
        words.exclusive("all", "event");
        words.exclusive("list", "all");
        words.exclusive("list", "event");
        if (words.has("list")) {
            new Kinds().candidates(words).forEach(output::line);
            return;
        }
        List<DomainEventId> kinds = kinds(words);
        int timeout = words.timeoutMillis().orElse(0);
        Optional<Domain> domain =
                words.has("domain") ? Optional.of(domains.find(words)) : Optional.empty();
        var wait = new EventWait(output, words.has("loop"), words.has("timestamp"));
        if (!wait(wait, timeout, kinds, domain)) {
            throw CommandFailure.silent();
        }
    }

    private static List<DomainEventId> kinds(Words words) {
        Optional<String> wanted = words.text("event");
        if (wanted.isEmpty() && !words.has("all")) {
            throw new CommandFailure("one of --list, --all, or --event <type> is required");
        }
        var kinds = new ArrayList<DomainEventId>();
        for (DomainEventId kind : DomainEventId.values()) {
            String name = EventNames.of(kind);
            if (!name.isEmpty() && name.equals(wanted.orElse(name))) {
                kinds.add(kind);
            }
        }
        if (kinds.isEmpty()) {
            throw new CommandFailure("unknown event type " + wanted.orElse(""));
        }
        return kinds;
    }

    /// Waits.
    ///
    /// @return whether an event came
    private boolean wait(
            EventWait wait, int timeout, List<DomainEventId> kinds, Optional<Domain> domain) {
        var subscriptions = new ArrayList<Subscription>();
        hypervisor.onDisconnect(wait::finish);
        try (Subscription _ = hypervisor.shell().onInterrupt(wait::interrupt)) {
            for (DomainEventId kind : kinds) {
                try {
                    subscriptions.add(
                            hypervisor.connection().onDomainEvent(kind, domain, wait::print));
                } catch (LibvirtException e) {
                    // A server may know fewer kinds than we do, but not none.
                    if (subscriptions.isEmpty()) {
                        throw e;
                    }
                }
            }
            String end = wait.await(timeout);
            output.print(end);
            output.line("events received: " + wait.count());
            return wait.count() > 0;
        } finally {
            hypervisor.onDisconnect(null);
            subscriptions.forEach(Subscription::close);
        }
    }

    private record Kinds() implements Completer {
        @Override
        public List<String> candidates(Words words) {
            var names = new ArrayList<String>();
            for (DomainEventId kind : DomainEventId.values()) {
                if (!EventNames.of(kind).isEmpty()) {
                    names.add(EventNames.of(kind));
                }
            }
            return names;
        }
    }
}
