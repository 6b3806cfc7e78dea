package dev.jvirt.virsh.object;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.Uuids;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.DebugLevel;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds the object that a command names, by its UUID if it looks like one, or by its name.
///
/// @param noun what such an object is called
/// @param byUuid asks libvirt
/// @param byName asks libvirt
public record Lookup<T>(
        Hypervisor hypervisor, String noun, Function<UUID, T> byUuid, Function<String, T> byName) {

    /// The object that an option names in either way.
    ///
    /// @throws CommandFailure if there is none
    public T find(Words words, String option) {
        return find(words, option, true, true);
    }

    /// The object whose UUID an option gives.
    public T findByUuid(Words words, String option) {
        return find(words, option, true, false);
    }

    /// The object whose name an option gives.
    public T findByName(Words words, String option) {
        return find(words, option, false, true);
    }

    private T find(Words words, String option, boolean asUuid, boolean asName) {
        String name = words.require(option);
        trace(words, DebugLevel.INFO, "found option <" + option + ">: " + name);
        LibvirtException refusal = null;
        if (asUuid && name.length() == Uuids.LENGTH) {
            trace(words, DebugLevel.DEBUG, "<" + option + "> trying as " + noun + " UUID");
            Optional<UUID> uuid = Uuids.parse(name);
            try {
                if (uuid.isPresent()) {
                    return byUuid.apply(uuid.get());
                }
            } catch (LibvirtException e) {
                refusal = e;
            }
        }
        if (asName) {
            trace(words, DebugLevel.DEBUG, "<" + option + "> trying as " + noun + " NAME");
            try {
                return byName.apply(name);
            } catch (LibvirtException e) {
                refusal = e;
            }
        }
        throw missing(name, refusal);
    }

    private CommandFailure missing(String name, @Nullable LibvirtException refusal) {
        String text = "failed to get " + noun + " '" + name + "'";
        return refusal == null ? new CommandFailure(text) : new CommandFailure(text, refusal);
    }

    private void trace(Words words, DebugLevel level, String what) {
        Output output = hypervisor.output();
        if (output.shows(level)) {
            output.debug(level, words.command().name() + ": " + what + "\n");
        }
    }

    /// Completes what is called by some text each.
    public static <E> Completer names(
            Supplier<? extends Collection<E>> all, Function<E, String> of) {
        return words -> {
            List<String> names = new ArrayList<>();
            for (E each : all.get()) {
                names.add(of.apply(each));
            }
            return names;
        };
    }
}
