package dev.jvirt.qemu.block;

import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.StorageAuthentication;
import java.util.List;
import java.util.Optional;

/// What a storage pool says about one of its volumes.
///
/// @param poolType `dir`, `iscsi`, ...
/// @param type `file`, `block`, `dir` or `network`
/// @param path where the host has it
/// @param hosts the servers of the pool
/// @param device what the servers call the pool
/// @param authentication as whom to log in there
public record PoolVolume(
        String poolType,
        String type,
        String path,
        List<NetworkStorage.Host> hosts,
        Optional<String> device,
        Optional<StorageAuthentication> authentication) {
    /// A volume with its own copy of the servers.
    public PoolVolume {
        hosts = List.copyOf(hosts);
    }
}
