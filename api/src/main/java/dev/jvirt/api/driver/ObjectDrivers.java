package dev.jvirt.api.driver;

/// The drivers of one connection for everything beside the hypervisor and its domains.
public record ObjectDrivers(
        NetworkDriver networks,
        StorageDriver storage,
        InterfaceDriver interfaces,
        NodeDeviceDriver nodeDevices,
        SecretDriver secrets,
        NwfilterDriver nwfilters) {}
