package dev.jvirt.daemon.access;

import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainCheckpointCreateFlag;
import dev.jvirt.api.domain.DomainCheckpointXmlFlag;
import dev.jvirt.api.domain.DomainInterfaceAddressesSource;
import dev.jvirt.api.domain.DomainRebootFlag;
import dev.jvirt.api.domain.DomainSaveImageXmlFlag;
import dev.jvirt.api.domain.DomainShutdownFlag;
import dev.jvirt.api.domain.DomainSnapshotCreateFlag;
import dev.jvirt.api.domain.DomainSnapshotXmlFlag;
import dev.jvirt.api.domain.DomainVcpuFlag;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.host.NodeDeviceUpdateFlag;
import dev.jvirt.api.network.NetworkUpdateFlag;

/// The flags that access rules name.
final class FlagNames {
    private FlagNames() {}

    /// The number of the C constant `name`.
    static int value(String name) {
        return switch (name) {
            case "VIR_DOMAIN_AFFECT_CONFIG" -> DomainAffectFlag.CONFIG.bit();
            case "VIR_DOMAIN_AFFECT_LIVE" -> DomainAffectFlag.LIVE.bit();
            case "VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE" -> DomainCheckpointCreateFlag.QUIESCE.bit();
            case "VIR_DOMAIN_CHECKPOINT_XML_SECURE" -> DomainCheckpointXmlFlag.SECURE.bit();
            case "VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT" ->
                    DomainInterfaceAddressesSource.AGENT.code();
            case "VIR_DOMAIN_REBOOT_GUEST_AGENT" -> DomainRebootFlag.GUEST_AGENT.bit();
            case "VIR_DOMAIN_SAVE_IMAGE_XML_SECURE" -> DomainSaveImageXmlFlag.SECURE.bit();
            case "VIR_DOMAIN_SHUTDOWN_GUEST_AGENT" -> DomainShutdownFlag.GUEST_AGENT.bit();
            case "VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE" -> DomainSnapshotCreateFlag.QUIESCE.bit();
            case "VIR_DOMAIN_SNAPSHOT_XML_SECURE" -> DomainSnapshotXmlFlag.SECURE.bit();
            case "VIR_DOMAIN_VCPU_GUEST" -> DomainVcpuFlag.GUEST.bit();
            case "VIR_DOMAIN_XML_MIGRATABLE" -> DomainXmlFlag.MIGRATABLE.bit();
            case "VIR_DOMAIN_XML_SECURE" -> DomainXmlFlag.SECURE.bit();
            case "VIR_NETWORK_UPDATE_AFFECT_CONFIG" -> NetworkUpdateFlag.AFFECT_CONFIG.bit();
            case "VIR_NETWORK_UPDATE_AFFECT_LIVE" -> NetworkUpdateFlag.AFFECT_LIVE.bit();
            case "VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG" -> NodeDeviceUpdateFlag.AFFECT_CONFIG.bit();
            case "VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE" -> NodeDeviceUpdateFlag.AFFECT_LIVE.bit();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
