package dev.jvirt.virsh.storage;

import static dev.jvirt.virsh.object.Attempt.maybe;
import static dev.jvirt.virsh.object.Attempt.yesOrNo;
import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.storage.StoragePoolInfo;
import dev.jvirt.api.storage.StoragePoolListFlag;
import dev.jvirt.api.storage.StoragePoolState;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.Capacity;
import dev.jvirt.virsh.object.InParallel;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `pool-list`.
final class PoolListing {
    /// The filters that are options of their own, by name.
    private static final List<StoragePoolListFlag> NARROWING =
            List.of(
                    StoragePoolListFlag.PERSISTENT,
                    StoragePoolListFlag.TRANSIENT,
                    StoragePoolListFlag.AUTOSTART,
                    StoragePoolListFlag.NO_AUTOSTART);

    /// The width of a list of names.
    private static final int NAMES = 20;

    private final Hypervisor hypervisor;
    private final Output output;

    PoolListing(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        output = hypervisor.output();
    }

    Command list() {
        return command("pool-list", "list pools")
                .description("List the pools that run, or those that the options ask for.")
                .flag("inactive", "those that do not run")
                .flag("all", "those that run and those that do not")
                .flag("transient", "only those without a definition")
                .flag("persistent", "only those with a definition")
                .flag("autostart", "only those that start with the host")
                .flag("no-autostart", "only those that do not start with the host")
                .option(
                        Option.string("type", "only those of these types, with commas between")
                                .completedBy(words -> PoolTypes.ALL))
                .flag("details", "print more about each of them")
                .flag("uuid", "print UUIDs")
                .flag("name", "print names")
                .run(this::list);
    }

    private void list(Words words) {
        Flags<StoragePoolListFlag> filter = filter(words);
        words.exclusive("details", "uuid");
        words.exclusive("details", "name");
        var type = words.text("type");
        Flags<StoragePoolListFlag> typed =
                type.isPresent() ? PoolTypes.filter(type.get(), filter) : filter;
        var pools =
                new ArrayList<>(
                        Attempt.get(
                                "Failed to list pools",
                                () -> hypervisor.connection().storagePools().list(typed)));
        pools.sort((one, other) -> one.name().compareToIgnoreCase(other.name()));
        if (words.has("uuid") || words.has("name")) {
            pools.forEach(pool -> output.line(name(pool, words)));
        } else if (words.has("details")) {
            details(pools);
        } else {
            table(pools);
        }
    }

    private static String name(StoragePool pool, Words words) {
        String uuid = words.has("uuid") ? pool.uuid().toString() : "";
        if (!words.has("name")) {
            return uuid;
        }
        String name = pool.name();
        String padded = name + " ".repeat(Math.max(0, NAMES - name.length()));
        return uuid.isEmpty() ? padded : uuid + " " + padded;
    }

    private static Flags<StoragePoolListFlag> filter(Words words) {
        Flags<StoragePoolListFlag> filter = Flags.none();
        if (words.has("inactive") || words.has("all")) {
            filter = filter.with(StoragePoolListFlag.INACTIVE);
        }
        if (!words.has("inactive") || words.has("all")) {
            filter = filter.with(StoragePoolListFlag.ACTIVE);
        }
        for (StoragePoolListFlag narrowing : NARROWING) {
            String option = narrowing.name().toLowerCase(Locale.ROOT).replace('_', '-');
            filter = words.has(option) ? filter.with(narrowing) : filter;
        }
        return filter;
    }

    private void table(List<StoragePool> pools) {
        var table = new Table("Name", "State", "Autostart");
        for (String[] row :
                InParallel.map(
                        pools,
                        pool ->
                                new String[] {
                                    pool.name(),
                                    isActive(pool) ? "active" : "inactive",
                                    autostart(pool)
                                })) {
            table.row(row);
        }
        output.table(table);
    }

    private boolean isActive(StoragePool pool) {
        return maybe(hypervisor, pool::isActive).orElse(true);
    }

    private String autostart(StoragePool pool) {
        return yesOrNo(hypervisor, pool::autostart, "no autostart");
    }

    private void details(List<StoragePool> pools) {
        var table =
                new Table(
                        "Name",
                        "State",
                        "Autostart",
                        "Persistent",
                        "Capacity",
                        "Allocation",
                        "Available");
        InParallel.map(pools, this::details).forEach(table::row);
        output.table(table);
    }

    private String[] details(StoragePool pool) {
        StoragePoolInfo info =
                maybe(hypervisor, pool::info)
                        .orElse(new StoragePoolInfo(StoragePoolState.INACTIVE, 0, 0, 0));
        boolean known =
                info.state() == StoragePoolState.RUNNING
                        || info.state() == StoragePoolState.DEGRADED;
        return new String[] {
            pool.name(),
            PoolFacts.stateName(info.state()),
            autostart(pool),
            yesOrNo(hypervisor, pool::isPersistent, "unknown"),
            known ? Capacity.of(info.capacity()) : "-",
            known ? Capacity.of(info.allocation()) : "-",
            known ? Capacity.of(info.available()) : "-"
        };
    }
}
