package dev.jvirt.documents.domain.completion;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.StorageLocation;

/// Refuses what only some drivers can do.
final class FeatureChecks {
    private FeatureChecks() {}

    static void check(Device device, CompletionSettings settings) {
        if (device instanceof MemoryDevice && !settings.has(DriverFeature.MEMORY_HOTPLUG)) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "memory devices are not supported by this driver");
        }
        if (device instanceof NetworkInterface nic
                && nic.model().filter(m -> !NetworkInterface.isKnownModel(m)).isPresent()
                && !settings.has(DriverFeature.NET_MODEL_STRING)) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "driver does not support net model '%s'".formatted(nic.model().get()));
        }
        if (device instanceof Disk disk
                && disk.source().location() instanceof StorageLocation.File file
                && file.fdGroup().isPresent()
                && !settings.has(DriverFeature.DISK_FD)) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "driver does not support FD passing for disk '%s'"
                            .formatted(disk.target().dev()));
        }
    }

    static DomainDefinition apply(DomainDefinition definition, CompletionSettings settings) {
        if (definition.memory().hasHotplug() && !settings.has(DriverFeature.MEMORY_HOTPLUG)) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "memory hotplug tunables <maxMemory> are not supported by this hypervisor"
                            + " driver");
        }
        var checked = definition;
        if (!settings.has(DriverFeature.OFFLINE_VCPUPIN)) {
            checked = withoutOfflinePins(definition);
        }
        if (definition.name().contains("/") && !settings.has(DriverFeature.NAME_SLASH)) {
            throw new LibvirtException(
                    XML_ERROR, "name %s cannot contain '/'".formatted(definition.name()));
        }
        if (definition.vcpus().individual() && !settings.has(DriverFeature.INDIVIDUAL_VCPUS)) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "individual CPU state configuration is not supported");
        }
        return checked;
    }

    private static DomainDefinition withoutOfflinePins(DomainDefinition definition) {
        var resources = definition.resources();
        var tune = resources.tuning().cpu();
        var pins = new java.util.TreeMap<>(tune.vcpuPins());
        pins.keySet().removeIf(id -> !resources.vcpus().all().get(id).online());
        if (pins.size() == tune.vcpuPins().size()) {
            return definition;
        }
        return definition.withResources(
                resources.withTuning(resources.tuning().withCpu(tune.withVcpuPins(pins))));
    }
}
