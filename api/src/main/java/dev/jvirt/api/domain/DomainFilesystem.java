package dev.jvirt.api.domain;

import java.util.List;

/// A file system that is mounted in a guest (`virDomainFSInfo`).
///
/// @param mountpoint where the guest sees it
/// @param name its name in the guest, for example `sda1`
/// @param type for example `ext4`
/// @param devices the targets of the disks that it lies on, for example `vda`
public record DomainFilesystem(String mountpoint, String name, String type, List<String> devices) {
    public DomainFilesystem {
        devices = List.copyOf(devices);
    }
}
