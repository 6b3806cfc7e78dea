package dev.jvirt.virsh.storage;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.storage.StoragePoolBuildFlag;
import dev.jvirt.api.storage.StoragePoolCreateFlag;
import dev.jvirt.api.storage.StoragePoolListFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.object.Outcome;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;

/// The commands that start pools and may build them before.
record PoolBuilding(Hypervisor hypervisor) {
    static final Option BUILD = Option.flag("build", "build it first");
    static final Option NO_OVERWRITE =
            Option.flag("no-overwrite", "refuse to build where there are data");
    static final Option OVERWRITE = Option.flag("overwrite", "build over data that are there");

    Command build() {
        return command("pool-build", "make what a pool needs")
                .description("Make what a pool needs before it can start.")
                .option(new NamedPools(hypervisor).option())
                .option(NO_OVERWRITE)
                .option(OVERWRITE)
                .run(this::build);
    }

    private void build(Words words) {
        StoragePool pool = new NamedPools(hypervisor).find(words);
        Flags<StoragePoolBuildFlag> flags = Flags.none();
        if (words.has("no-overwrite")) {
            flags = flags.with(StoragePoolBuildFlag.NO_OVERWRITE);
        }
        if (words.has("overwrite")) {
            flags = flags.with(StoragePoolBuildFlag.OVERWRITE);
        }
        Flags<StoragePoolBuildFlag> wanted = flags;
        new Outcome("Pool %s built", "Failed to build pool %s")
                .of(
                        hypervisor.output(),
                        words.require(NamedPools.OPTION),
                        () -> pool.build(wanted));
    }

    Command start() {
        return command("pool-start", "start a pool that is defined")
                .description("Start a pool.")
                .option(new NamedPools(hypervisor).option(StoragePoolListFlag.INACTIVE))
                .option(BUILD)
                .option(NO_OVERWRITE)
                .option(OVERWRITE)
                .run(this::start);
    }

    private void start(Words words) {
        StoragePool pool = new NamedPools(hypervisor).find(words);
        Flags<StoragePoolCreateFlag> flags = flags(words);
        new Outcome("Pool %s started", "Failed to start pool %s")
                .of(
                        hypervisor.output(),
                        words.require(NamedPools.OPTION),
                        () -> pool.create(flags));
    }

    /// What the options say about building a pool that is to be started.
    static Flags<StoragePoolCreateFlag> flags(Words words) {
        words.exclusive("overwrite", "no-overwrite");
        Flags<StoragePoolCreateFlag> flags = Flags.none();
        if (words.has("build")) {
            flags = flags.with(StoragePoolCreateFlag.WITH_BUILD);
        }
        if (words.has("overwrite")) {
            flags = flags.with(StoragePoolCreateFlag.WITH_BUILD_OVERWRITE);
        }
        if (words.has("no-overwrite")) {
            flags = flags.with(StoragePoolCreateFlag.WITH_BUILD_NO_OVERWRITE);
        }
        return flags;
    }

    Command create() {
        return command("pool-create", "start a pool that is not defined")
                .description("Start a pool that will be gone when it stops.")
                .option(Documents.file())
                .option(BUILD)
                .option(NO_OVERWRITE)
                .option(OVERWRITE)
                .run(this::create);
    }

    private void create(Words words) {
        words.require("file");
        Flags<StoragePoolCreateFlag> flags = flags(words);
        new Documents(hypervisor)
                .fromFile(
                        words,
                        new Outcome("Pool %s created from %s", "Failed to create pool from %s"),
                        (xml, validated) ->
                                hypervisor
                                        .connection()
                                        .storagePools()
                                        .createXml(xml, flags)
                                        .name());
    }
}
