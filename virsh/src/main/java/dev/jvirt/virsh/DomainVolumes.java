package dev.jvirt.virsh;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.storage.StorageVolumeDeleteFlag;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlElement;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The volumes that `undefine` removes together with a domain.
final class DomainVolumes {
    private final Hypervisor hypervisor;
    private final Output output;

    DomainVolumes(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        output = hypervisor.output();
    }

    /// A volume and how the domain knows it.
    record Found(StorageVolume volume, String target, String source) {}

    /// The volumes that `--storage` names, or all with `--remove-all-storage`; those that no pool
    /// has are told and left out.
    ///
    /// @throws CommandFailure if the domain has no such volume
    List<Found> find(Domain domain, boolean running, Words words) {
        if (running) {
            throw new CommandFailure(
                    "Storage volume deletion is supported only on stopped domains");
        }
        String wanted = words.textOrEmpty("storage");
        boolean all = words.has("remove-all-storage");
        if (all && !wanted.isEmpty()) {
            throw new CommandFailure("Specified both --storage and --remove-all-storage");
        }
        var names = new ArrayList<String>();
        if (!wanted.isEmpty()) {
            names.addAll(List.of(wanted.split(",", -1)));
        }
        var found = new ArrayList<Found>();
        XmlElement devices = XmlQuery.of(domain.xml(Flags.none())).root().child("devices");
        for (XmlElement disk : devices.children("disk")) {
            String source = source(disk);
            String target = disk.child("target").attribute("dev");
            if (!source.isEmpty() && (all || names.remove(target) || names.remove(source))) {
                volume(disk, source, target)
                        .ifPresent(volume -> found.add(new Found(volume, target, source)));
            }
        }
        if (!names.isEmpty()) {
            for (String name : names) {
                output.error("Volume '" + name + "' was not found in domain's definition.\n");
            }
            throw CommandFailure.silent();
        }
        return found;
    }

    private static String source(XmlElement disk) {
        XmlElement source = disk.child("source");
        return source.attribute("pool").isEmpty()
                ? source.attribute("file", "dir", "name", "dev")
                : source.attribute("volume");
    }

    private Optional<StorageVolume> volume(XmlElement disk, String source, String target) {
        String pool = disk.child("source").attribute("pool");
        try {
            if (pool.isEmpty()) {
                return Optional.of(hypervisor.connection().storageVolumes().lookupByPath(source));
            }
            Optional<StoragePool> known = pool(pool);
            if (known.isEmpty()) {
                output.print("Storage pool '" + pool + "' for volume '" + target + "' not found.");
                return Optional.empty();
            }
            return Optional.of(known.get().lookupVolumeByName(source));
        } catch (LibvirtException e) {
            output.error(
                    "Storage volume '"
                            + target
                            + "'("
                            + source
                            + ") is not managed by libvirt. Remove it manually.\n");
            return Optional.empty();
        }
    }

    private Optional<StoragePool> pool(String name) {
        try {
            return Optional.of(hypervisor.connection().storagePools().lookupByName(name));
        } catch (LibvirtException e) {
            return Optional.empty();
        }
    }

    /// Removes them.
    ///
    /// @throws CommandFailure if one of them stays
    void remove(List<Found> volumes, Words words) {
        Flags<StorageVolumeDeleteFlag> flags =
                words.has("delete-storage-volume-snapshots")
                        ? Flags.of(StorageVolumeDeleteFlag.WITH_SNAPSHOTS)
                        : Flags.none();
        boolean complete = true;
        for (Found one : volumes) {
            boolean wiped = !words.has("wipe-storage") || wipe(one);
            complete &= wiped && delete(one, flags);
        }
        if (!complete) {
            throw CommandFailure.silent();
        }
    }

    private boolean wipe(Found one) {
        output.extra("Wiping volume '" + one.target() + "'(" + one.source() + ") ... ");
        output.flush();
        try {
            one.volume().wipe(0);
            output.extra("Done.\n");
            return true;
        } catch (LibvirtException e) {
            output.error("Failed! Volume not removed.");
            hypervisor.shell().remember(e);
            return false;
        }
    }

    private boolean delete(Found one, Flags<StorageVolumeDeleteFlag> flags) {
        String name = "'" + one.target() + "'(" + one.source() + ")";
        try {
            one.volume().delete(flags);
            output.extra("Volume " + name + " removed.\n");
            return true;
        } catch (LibvirtException e) {
            output.error("Failed to remove storage volume " + name);
            hypervisor.shell().remember(e);
            return false;
        }
    }
}
