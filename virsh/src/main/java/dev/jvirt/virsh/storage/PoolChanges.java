package dev.jvirt.virsh.storage;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.storage.StoragePoolDefineFlag;
import dev.jvirt.api.storage.StoragePoolListFlag;
import dev.jvirt.api.storage.StorageXmlFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.object.EditedObject;
import dev.jvirt.virsh.object.Outcome;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Words;

/// The commands that define and stop pools.
final class PoolChanges {
    private final Hypervisor hypervisor;
    private final NamedPools pools;

    PoolChanges(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        pools = new NamedPools(hypervisor);
    }

    Command define() {
        return new Documents(hypervisor)
                .fromFile(
                        command("pool-define", "define a pool, or change the definition of one")
                                .description("Define a pool, or change how it is defined."),
                        new Outcome("Pool %s defined from %s", "Failed to define pool from %s"),
                        this::define);
    }

    private String define(String xml, boolean validated) {
        Flags<StoragePoolDefineFlag> flags =
                validated ? Flags.of(StoragePoolDefineFlag.VALIDATE) : Flags.none();
        return hypervisor.connection().storagePools().defineXml(xml, flags).name();
    }

    Command edit() {
        return command("pool-edit", "edit the XML of a pool")
                .description("Edit the definition of a pool.")
                .option(pools.option())
                .run(this::edit);
    }

    private void edit(Words words) {
        StoragePool pool = pools.find(words);
        new Documents(hypervisor)
                .edit(new EditedObject("Pool", pool.name(), () -> definition(pool), this::define));
    }

    private static String definition(StoragePool pool) {
        return Documents.definition(
                () -> pool.xml(Flags.of(StorageXmlFlag.INACTIVE)), () -> pool.xml(Flags.none()));
    }

    Command destroy() {
        return pools.subject(StoragePoolListFlag.ACTIVE)
                .does(
                        command("pool-destroy", "stop a pool")
                                .description("Stop a pool; what it holds is not touched"),
                        new Outcome("Pool %s destroyed", "Failed to destroy pool %s"),
                        StoragePool::destroy);
    }

    Command delete() {
        return pools.subject(StoragePoolListFlag.INACTIVE)
                .does(
                        command("pool-delete", "remove what a pool holds")
                                .description("Remove what a pool holds."),
                        new Outcome("Pool %s deleted", "Failed to delete pool %s"),
                        pool -> pool.delete(Flags.none()));
    }

    Command undefine() {
        return pools.subject(StoragePoolListFlag.PERSISTENT)
                .does(
                        command("pool-undefine", "remove the definition of a pool")
                                .description("Remove the definition of a pool."),
                        new Outcome("Pool %s has been undefined", "Failed to undefine pool %s"),
                        StoragePool::undefine);
    }

    Command refresh() {
        return pools.subject(StoragePoolListFlag.ACTIVE)
                .does(
                        command("pool-refresh", "look anew what a pool holds")
                                .description("Look anew what a pool holds."),
                        new Outcome("Pool %s refreshed", "Failed to refresh pool %s"),
                        pool -> pool.refresh(0));
    }

    Command autostart() {
        return pools.subject(StoragePoolListFlag.PERSISTENT)
                .autostarts(
                        command("pool-autostart", "let a pool start with the host, or not")
                                .description("Let a pool start when the host does."),
                        "Pool",
                        StoragePool::setAutostart);
    }
}
