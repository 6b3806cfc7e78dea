package dev.jvirt.virsh.storage;

import static dev.jvirt.virsh.object.Attempt.yesOrNo;
import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.storage.StoragePoolInfo;
import dev.jvirt.api.storage.StoragePoolState;
import dev.jvirt.api.storage.StorageXmlFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.Capacity;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;

/// The commands that tell about one pool.
final class PoolFacts {
    private static final int LABELS = 15;

    private final Hypervisor hypervisor;
    private final NamedPools pools;
    private final Output output;

    PoolFacts(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        pools = new NamedPools(hypervisor);
        output = hypervisor.output();
    }

    Command dumpXml() {
        return Documents.dumpEither(
                command("pool-dumpxml", "pool information in XML")
                        .description("Print the XML of a pool."),
                pools.option(),
                new Documents(hypervisor)
                        .printer(pools::find, (pool, inactive) -> pool.xml(flags(inactive))));
    }

    private static Flags<StorageXmlFlag> flags(boolean inactive) {
        return inactive ? Flags.of(StorageXmlFlag.INACTIVE) : Flags.none();
    }

    Command name() {
        return command("pool-name", "show the name of a pool")
                .option(pools.option())
                .run(words -> output.line(pools.findByUuid(words).name()));
    }

    Command uuid() {
        return command("pool-uuid", "show the UUID of a pool")
                .option(pools.option())
                .run(words -> output.line(pools.findByName(words).uuid().toString()));
    }

    Command capabilities() {
        return command("pool-capabilities", "what pools can be")
                .description("Print which types of pools there can be, as XML.")
                .run(
                        words ->
                                output.line(
                                        Attempt.get(
                                                "failed to get storage pool capabilities",
                                                this::capabilitiesXml)));
    }

    private String capabilitiesXml() {
        return hypervisor.connection().storagePools().capabilities(0);
    }

    Command info() {
        return command("pool-info", "storage pool information")
                .description("Print the most important facts about a pool.")
                .option(pools.option())
                .flag("bytes", "print sizes as bytes")
                .run(this::info);
    }

    private void info(Words words) {
        StoragePool pool = pools.find(words);
        StoragePoolInfo info = pool.info();
        field("Name:", pool.name());
        field("UUID:", pool.uuid().toString());
        field("State:", stateName(info.state()));
        field("Persistent:", yesOrNo(hypervisor, pool::isPersistent, "unknown"));
        field("Autostart:", yesOrNo(hypervisor, pool::autostart, "no autostart"));
        if (info.state() == StoragePoolState.RUNNING || info.state() == StoragePoolState.DEGRADED) {
            boolean bytes = words.has("bytes");
            size("Capacity:", info.capacity(), bytes);
            size("Allocation:", info.allocation(), bytes);
            size("Available:", info.available(), bytes);
        }
    }

    /// What a state is called.
    static String stateName(StoragePoolState state) {
        return switch (state) {
            case INACTIVE -> "inactive";
            case BUILDING -> "building";
            case RUNNING -> "running";
            case DEGRADED -> "degraded";
            case INACCESSIBLE -> "inaccessible";
        };
    }

    private void size(String label, long bytes, boolean plain) {
        field(label, plain ? Long.toUnsignedString(bytes) : Capacity.of(bytes));
    }

    private void field(String label, String value) {
        output.field(label, LABELS, value);
    }
}
