package dev.jvirt.daemon.remote;

import dev.jvirt.protocol.domain.DomainBlockCallsDispatch;
import dev.jvirt.protocol.domain.DomainCheckpointCallsDispatch;
import dev.jvirt.protocol.domain.DomainDeviceCallsDispatch;
import dev.jvirt.protocol.domain.DomainGuestCallsDispatch;
import dev.jvirt.protocol.domain.DomainSaveCallsDispatch;
import dev.jvirt.protocol.domain.DomainSnapshotCallsDispatch;
import dev.jvirt.protocol.domain.DomainStatsCallsDispatch;
import dev.jvirt.protocol.domain.DomainTuningCallsDispatch;
import dev.jvirt.protocol.domain.DomainVcpuCallsDispatch;
import dev.jvirt.protocol.domain.MigrationCallsDispatch;
import dev.jvirt.protocol.host.HostResourceCallsDispatch;
import dev.jvirt.protocol.host.HypervisorCallsDispatch;
import dev.jvirt.protocol.host.InterfaceCallsDispatch;
import dev.jvirt.protocol.host.NodeDeviceCallsDispatch;
import dev.jvirt.protocol.host.NwfilterCallsDispatch;
import dev.jvirt.protocol.host.SecretCallsDispatch;
import dev.jvirt.protocol.network.NetworkDefinitionCallsDispatch;
import dev.jvirt.protocol.network.NetworkPortCallsDispatch;
import dev.jvirt.protocol.remote.AuthCallsDispatch;
import dev.jvirt.protocol.remote.ConnectCallsDispatch;
import dev.jvirt.protocol.remote.DomainCallsDispatch;
import dev.jvirt.protocol.remote.DomainEventCallsDispatch;
import dev.jvirt.protocol.remote.NetworkCallsDispatch;
import dev.jvirt.protocol.remote.NodeCallsDispatch;
import dev.jvirt.protocol.remote.ObjectEventCallsDispatch;
import dev.jvirt.protocol.storage.StoragePoolCallsDispatch;
import dev.jvirt.protocol.storage.StorageVolumeCallsDispatch;
import dev.jvirt.rpc.server.Procedure;
import org.jspecify.annotations.Nullable;

/// The families of procedures that the remote program is made of.
enum Family {
    DOMAIN,
    CONNECT,
    AUTH,
    NODE,
    DOMAIN_EVENT,
    NETWORK,
    STORAGE_POOL,
    STORAGE_VOLUME,
    SECRET,
    DOMAIN_GUEST,
    DOMAIN_SNAPSHOT,
    DOMAIN_CHECKPOINT,
    MIGRATION,
    DOMAIN_BLOCK,
    DOMAIN_DEVICE,
    DOMAIN_SAVE,
    DOMAIN_TUNING,
    DOMAIN_VCPU,
    DOMAIN_STATS,
    HOST_RESOURCE,
    HYPERVISOR,
    NETWORK_DEFINITION,
    NETWORK_PORT,
    INTERFACE,
    NODE_DEVICE,
    NWFILTER,
    OBJECT_EVENT;

    /// Whether its procedures are about domains.
    boolean isOfDomains() {
        return this == MIGRATION || name().startsWith("DOMAIN");
    }

    /// The procedure with that number, null if it is none of this family.
    @Nullable Procedure procedure(int number) {
        return switch (this) {
            case DOMAIN -> DomainCallsDispatch.procedure(number);
            case CONNECT -> ConnectCallsDispatch.procedure(number);
            case AUTH -> AuthCallsDispatch.procedure(number);
            case NODE -> NodeCallsDispatch.procedure(number);
            case DOMAIN_EVENT -> DomainEventCallsDispatch.procedure(number);
            case NETWORK -> NetworkCallsDispatch.procedure(number);
            case STORAGE_POOL -> StoragePoolCallsDispatch.procedure(number);
            case STORAGE_VOLUME -> StorageVolumeCallsDispatch.procedure(number);
            case SECRET -> SecretCallsDispatch.procedure(number);
            case DOMAIN_GUEST -> DomainGuestCallsDispatch.procedure(number);
            case DOMAIN_SNAPSHOT -> DomainSnapshotCallsDispatch.procedure(number);
            case DOMAIN_CHECKPOINT -> DomainCheckpointCallsDispatch.procedure(number);
            case MIGRATION -> MigrationCallsDispatch.procedure(number);
            case DOMAIN_BLOCK -> DomainBlockCallsDispatch.procedure(number);
            case DOMAIN_DEVICE -> DomainDeviceCallsDispatch.procedure(number);
            case DOMAIN_SAVE -> DomainSaveCallsDispatch.procedure(number);
            case DOMAIN_TUNING -> DomainTuningCallsDispatch.procedure(number);
            case DOMAIN_VCPU -> DomainVcpuCallsDispatch.procedure(number);
            case DOMAIN_STATS -> DomainStatsCallsDispatch.procedure(number);
            case HOST_RESOURCE -> HostResourceCallsDispatch.procedure(number);
            case HYPERVISOR -> HypervisorCallsDispatch.procedure(number);
            case NETWORK_DEFINITION -> NetworkDefinitionCallsDispatch.procedure(number);
            case NETWORK_PORT -> NetworkPortCallsDispatch.procedure(number);
            case INTERFACE -> InterfaceCallsDispatch.procedure(number);
            case NODE_DEVICE -> NodeDeviceCallsDispatch.procedure(number);
            case NWFILTER -> NwfilterCallsDispatch.procedure(number);
            case OBJECT_EVENT -> ObjectEventCallsDispatch.procedure(number);
        };
    }
}
