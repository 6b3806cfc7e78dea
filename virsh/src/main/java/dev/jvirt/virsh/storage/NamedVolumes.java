package dev.jvirt.virsh.storage;

import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.DebugLevel;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the volume that a command names, in the pool that it names.
///
/// @param poolOption the option that names the pool
record NamedVolumes(Hypervisor hypervisor, String poolOption) {
    static final String OPTION = "vol";

    NamedVolumes(Hypervisor hypervisor) {
        this(hypervisor, NamedPools.OPTION);
    }

    /// The option that names the volume.
    Option option(String help) {
        return Option.data(OPTION, help).completedBy(names());
    }

    /// The option that names the volume in any way.
    Option option() {
        return option("vol name, key or path");
    }

    /// The option that names the pool; it may be left out.
    Option pool() {
        return Option.string(poolOption, "name or uuid of its pool")
                .completedBy(new NamedPools(hypervisor).names());
    }

    /// Begins a command about a volume, for which the pool may be named as well.
    Command.Builder about(Command.Builder begun) {
        return begun.option(option()).option(pool());
    }

    private Completer names() {
        return words -> {
            List<String> names = new ArrayList<>();
            boolean here = words.has(poolOption) && !words.textOrEmpty(poolOption).isEmpty();
            List<StoragePool> pools =
                    here
                            ? List.of(new NamedPools(hypervisor).find(words, poolOption))
                            : hypervisor.connection().storagePools().list(Flags.none());
            for (StoragePool pool : pools) {
                if (pool.isActive()) {
                    for (StorageVolume volume : pool.volumes(0)) {
                        names.add(here ? volume.name() : volume.path());
                    }
                }
            }
            return names;
        };
    }

    /// The volume, by its name in the pool that is named, or else by key or path.
    StorageVolume find(Words words) {
        return find(words, true, true);
    }

    /// The volume, by its key or path.
    StorageVolume findAnywhere(Words words) {
        return find(words, false, false);
    }

    private StorageVolume find(Words words, boolean byName, boolean inPool) {
        String name = words.require(OPTION);
        StoragePool pool = inPool && words.has(poolOption) ? activePool(words) : null;
        trace(words, DebugLevel.INFO, "found option <vol>: " + name);
        LibvirtException refusal = null;
        StorageVolume found = null;
        for (Way way : Way.values()) {
            if (found != null || way == Way.NAME && (pool == null || !byName)) {
                continue;
            }
            trace(words, DebugLevel.DEBUG, "<vol> trying as vol " + way.text);
            try {
                found = lookUp(way, name, pool);
            } catch (LibvirtException e) {
                refusal = e;
            }
        }
        if (found == null) {
            throw missing(name, pool != null || !inPool, refusal);
        }
        if (pool != null) {
            checkPool(found, pool, name);
        }
        return found;
    }

    private enum Way {
        NAME("name"),
        KEY("key"),
        PATH("path");

        private final String text;

        Way(String text) {
            this.text = text;
        }
    }

    private StorageVolume lookUp(Way way, String name, @Nullable StoragePool pool) {
        var volumes = hypervisor.connection().storageVolumes();
        return switch (way) {
            case NAME -> inPool(pool, name);
            case KEY -> volumes.lookupByKey(name);
            case PATH -> volumes.lookupByPath(name);
        };
    }

    private static StorageVolume inPool(@Nullable StoragePool pool, String name) {
        if (pool == null) {
            throw new IllegalStateException("no pool to look in");
        }
        return pool.lookupVolumeByName(name);
    }

    private StoragePool activePool(Words words) {
        StoragePool pool = new NamedPools(hypervisor).find(words, poolOption);
        try {
            if (pool.isActive()) {
                return pool;
            }
        } catch (LibvirtException e) {
            hypervisor.shell().remember(e);
        }
        throw new CommandFailure("pool '" + words.require(poolOption) + "' is not active");
    }

    private CommandFailure missing(
            String name, boolean nothingHelps, @Nullable LibvirtException refusal) {
        String text = "failed to get vol '" + name + "'";
        if (!nothingHelps) {
            text += ", specifying --" + poolOption + " might help";
        }
        return refusal == null ? new CommandFailure(text) : new CommandFailure(text, refusal);
    }

    private static void checkPool(StorageVolume volume, StoragePool pool, String name) {
        if (!volume.pool().name().equals(pool.name())) {
            throw new CommandFailure(
                    "Requested volume '" + name + "' is not in pool '" + pool.name() + "'");
        }
    }

    private void trace(Words words, DebugLevel level, String what) {
        Output output = hypervisor.output();
        if (output.shows(level)) {
            output.debug(level, words.command().name() + ": " + what + "\n");
        }
    }
}
