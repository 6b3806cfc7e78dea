package dev.jvirt.virsh.object;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.event.Subscription;
import dev.jvirt.virsh.EventWait;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.function.Consumer;

/// A command that waits for events of one kind of objects and prints them.
///
/// @param kinds the names of the kinds of events
public record EventCommand(Hypervisor hypervisor, List<String> kinds) {

    /// Where the events come from.
    public interface Source {
        /// Subscribes to events.
        ///
        /// @param kind the number of the kind that is wanted
        /// @param words may name an object
        /// @param printer takes what is to be said of an event
        Subscription subscribe(int kind, Words words, Consumer<String> printer);
    }

    /// The command.
    ///
    /// @param object the option that names one object
    public Command of(String name, String summary, Option object, Source source) {
        return command(name, summary)
                .description("List the kinds of events, or wait for events and print them")
                .option(object)
                .option(Option.string("event", "the kind to wait for").completedBy(w -> kinds))
                .flag("loop", "go on until the time is over or the wait is interrupted")
                .option(Option.number("timeout", "seconds to wait"))
                .flag("list", "list the kinds of events")
                .flag("timestamp", "print the time of each event")
                .run(words -> run(words, source));
    }

    private void run(Words words, Source source) {
        Output output = hypervisor.output();
        if (words.has("list")) {
            kinds.forEach(output::line);
            return;
        }
        String wanted =
                words.text("event")
                        .orElseThrow(
                                () ->
                                        new CommandFailure(
                                                "either --list or --event <type> is required"));
        int kind = kinds.indexOf(wanted);
        if (kind < 0) {
            throw new CommandFailure("unknown event type " + wanted);
        }
        int timeout = words.timeoutMillis().orElse(0);
        var wait = new EventWait(output, words.has("loop"), words.has("timestamp"));
        hypervisor.onDisconnect(wait::finish);
        try (Subscription _ = hypervisor.shell().onInterrupt(wait::interrupt);
                Subscription _ = source.subscribe(kind, words, wait::print)) {
            output.print(wait.await(timeout));
        } finally {
            hypervisor.onDisconnect(null);
        }
        output.line("events received: " + wait.count());
        if (wait.count() == 0) {
            throw CommandFailure.silent();
        }
    }
}
