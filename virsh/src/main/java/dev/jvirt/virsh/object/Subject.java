package dev.jvirt.virsh.object;

import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/// The object that a command is about.
///
/// @param option names it
/// @param find finds it
public record Subject<T>(Output output, Option option, Function<Words, T> find) {

    /// Completes a command that does one thing to the object.
    public Command does(Command.Builder begun, Outcome outcome, Consumer<T> action) {
        return begun.option(option)
                .run(
                        words -> {
                            T object = find.apply(words);
                            String name = words.require(option.name());
                            outcome.of(output, name, () -> action.accept(object));
                        });
    }

    /// Completes a command that lets the object start with the host, or no longer.
    ///
    /// @param kind what stands in front of its name in messages
    public Command autostarts(Command.Builder begun, String kind, Autostart<T> autostart) {
        return begun.option(option)
                .flag("disable", "let it no longer start by itself")
                .run(
                        words -> {
                            T object = find.apply(words);
                            boolean on = !words.has("disable");
                            autostart(kind, on)
                                    .of(
                                            output,
                                            words.require(option.name()),
                                            () -> autostart.set(object, on));
                        });
    }

    private static Outcome autostart(String kind, boolean on) {
        return on
                ? new Outcome(
                        kind + " %s marked as autostarted",
                        "failed to mark " + kind.toLowerCase(Locale.ROOT) + " %s as autostarted")
                : new Outcome(
                        kind + " %s unmarked as autostarted",
                        "failed to unmark " + kind.toLowerCase(Locale.ROOT) + " %s as autostarted");
    }

    /// Lets an object start with the host, or not.
    public interface Autostart<T> {
        /// Sets it.
        void set(T object, boolean on);
    }
}
