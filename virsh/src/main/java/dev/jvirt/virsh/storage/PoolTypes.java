package dev.jvirt.virsh.storage;

import dev.jvirt.api.Flags;
import dev.jvirt.api.storage.StoragePoolListFlag;
import dev.jvirt.virsh.shell.CommandFailure;
import java.util.List;

/// The types of pools.
final class PoolTypes {
    /// Their names, in the order of their flags.
    static final List<String> ALL =
            List.of(
                    "dir",
                    "fs",
                    "netfs",
                    "logical",
                    "disk",
                    "iscsi",
                    "scsi",
                    "mpath",
                    "rbd",
                    "sheepdog",
                    "gluster",
                    "zfs",
                    "vstorage",
                    "iscsi-direct");

    private PoolTypes() {}

    /// The flags that a list of names with commas between them asks for, added to others.
    static Flags<StoragePoolListFlag> filter(String names, Flags<StoragePoolListFlag> others) {
        Flags<StoragePoolListFlag> filter = others;
        int start = 0;
        while (start <= names.length()) {
            int comma = names.indexOf(',', start);
            int end = comma < 0 ? names.length() : comma;
            filter = filter.with(flag(names.substring(start, end)));
            start = end + 1;
        }
        return filter;
    }

    private static StoragePoolListFlag flag(String name) {
        int index = ALL.indexOf(name);
        if (index < 0) {
            throw new CommandFailure("Invalid pool type '" + name + "'");
        }
        return StoragePoolListFlag.values()[StoragePoolListFlag.DIR.ordinal() + index];
    }
}
