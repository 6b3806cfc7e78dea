package dev.jvirt.daemon.remote;

import dev.jvirt.protocol.domain.DomainBlockCallsAccess;
import dev.jvirt.protocol.domain.DomainCheckpointCallsAccess;
import dev.jvirt.protocol.domain.DomainDeviceCallsAccess;
import dev.jvirt.protocol.domain.DomainGuestCallsAccess;
import dev.jvirt.protocol.domain.DomainSaveCallsAccess;
import dev.jvirt.protocol.domain.DomainSnapshotCallsAccess;
import dev.jvirt.protocol.domain.DomainStatsCallsAccess;
import dev.jvirt.protocol.domain.DomainTuningCallsAccess;
import dev.jvirt.protocol.domain.DomainVcpuCallsAccess;
import dev.jvirt.protocol.domain.MigrationCallsAccess;
import dev.jvirt.protocol.host.HostResourceCallsAccess;
import dev.jvirt.protocol.host.HypervisorCallsAccess;
import dev.jvirt.protocol.host.InterfaceCallsAccess;
import dev.jvirt.protocol.host.NodeDeviceCallsAccess;
import dev.jvirt.protocol.host.NwfilterCallsAccess;
import dev.jvirt.protocol.host.SecretCallsAccess;
import dev.jvirt.protocol.network.NetworkDefinitionCallsAccess;
import dev.jvirt.protocol.network.NetworkPortCallsAccess;
import dev.jvirt.protocol.remote.AuthCallsAccess;
import dev.jvirt.protocol.remote.ConnectCallsAccess;
import dev.jvirt.protocol.remote.DomainCallsAccess;
import dev.jvirt.protocol.remote.DomainEventCallsAccess;
import dev.jvirt.protocol.remote.NetworkCallsAccess;
import dev.jvirt.protocol.remote.NodeCallsAccess;
import dev.jvirt.protocol.remote.ObjectEventCallsAccess;
import dev.jvirt.protocol.storage.StoragePoolCallsAccess;
import dev.jvirt.protocol.storage.StorageVolumeCallsAccess;
import dev.jvirt.protocol.wire.AccessTable;

/// The access rules of each family of procedures.
final class AccessTables {
    private AccessTables() {}

    static AccessTable of(Family family) {
        return switch (family) {
            case DOMAIN -> DomainCallsAccess.INSTANCE;
            case CONNECT -> ConnectCallsAccess.INSTANCE;
            case AUTH -> AuthCallsAccess.INSTANCE;
            case NODE -> NodeCallsAccess.INSTANCE;
            case DOMAIN_EVENT -> DomainEventCallsAccess.INSTANCE;
            case NETWORK -> NetworkCallsAccess.INSTANCE;
            case STORAGE_POOL -> StoragePoolCallsAccess.INSTANCE;
            case STORAGE_VOLUME -> StorageVolumeCallsAccess.INSTANCE;
            case SECRET -> SecretCallsAccess.INSTANCE;
            case DOMAIN_GUEST -> DomainGuestCallsAccess.INSTANCE;
            case DOMAIN_SNAPSHOT -> DomainSnapshotCallsAccess.INSTANCE;
            case DOMAIN_CHECKPOINT -> DomainCheckpointCallsAccess.INSTANCE;
            case MIGRATION -> MigrationCallsAccess.INSTANCE;
            case DOMAIN_BLOCK -> DomainBlockCallsAccess.INSTANCE;
            case DOMAIN_DEVICE -> DomainDeviceCallsAccess.INSTANCE;
            case DOMAIN_SAVE -> DomainSaveCallsAccess.INSTANCE;
            case DOMAIN_TUNING -> DomainTuningCallsAccess.INSTANCE;
            case DOMAIN_VCPU -> DomainVcpuCallsAccess.INSTANCE;
            case DOMAIN_STATS -> DomainStatsCallsAccess.INSTANCE;
            case HOST_RESOURCE -> HostResourceCallsAccess.INSTANCE;
            case HYPERVISOR -> HypervisorCallsAccess.INSTANCE;
            case NETWORK_DEFINITION -> NetworkDefinitionCallsAccess.INSTANCE;
            case NETWORK_PORT -> NetworkPortCallsAccess.INSTANCE;
            case INTERFACE -> InterfaceCallsAccess.INSTANCE;
            case NODE_DEVICE -> NodeDeviceCallsAccess.INSTANCE;
            case NWFILTER -> NwfilterCallsAccess.INSTANCE;
            case OBJECT_EVENT -> ObjectEventCallsAccess.INSTANCE;
        };
    }
}
