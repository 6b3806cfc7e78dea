package dev.jvirt.virsh.storage;

import dev.jvirt.api.Flags;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.storage.StoragePoolListFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Lookup;
import dev.jvirt.virsh.object.Subject;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.util.List;

/// Finds the pool that a command names.
record NamedPools(Hypervisor hypervisor) {
    static final String OPTION = "pool";

    /// The option that names it in either way.
    ///
    /// @param offered which pools are offered when it is completed
    Option option(StoragePoolListFlag... offered) {
        return Option.data(OPTION, "pool name or uuid").completedBy(names(offered));
    }

    /// Completes the names of pools.
    Completer names(StoragePoolListFlag... offered) {
        return Lookup.names(() -> all(offered), StoragePool::name);
    }

    private List<StoragePool> all(StoragePoolListFlag... offered) {
        return hypervisor.connection().storagePools().list(Flags.of(offered));
    }

    StoragePool find(Words words) {
        return lookup().find(words, OPTION);
    }

    StoragePool find(Words words, String option) {
        return lookup().find(words, option);
    }

    StoragePool findByUuid(Words words) {
        return lookup().findByUuid(words, OPTION);
    }

    StoragePool findByName(Words words) {
        return lookup().findByName(words, OPTION);
    }

    /// The pool that a command is about.
    Subject<StoragePool> subject(StoragePoolListFlag... offered) {
        return new Subject<>(hypervisor.output(), option(offered), this::find);
    }

    private Lookup<StoragePool> lookup() {
        return new Lookup<>(
                hypervisor,
                "pool",
                uuid -> hypervisor.connection().storagePools().lookupByUuid(uuid),
                name -> hypervisor.connection().storagePools().lookupByName(name));
    }
}
