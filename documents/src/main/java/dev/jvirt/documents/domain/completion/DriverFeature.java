package dev.jvirt.documents.domain.completion;

/// What a driver can do with a definition, beyond what all can.
public enum DriverFeature {
    /// Up to 16 units on a SCSI bus instead of 7.
    WIDE_SCSI,
    /// `<maxMemory>` and memory devices.
    MEMORY_HOTPLUG,
    /// Pins of virtual processors that are off.
    OFFLINE_VCPUPIN,
    /// Slashes in names.
    NAME_SLASH,
    /// `<vcpus>`.
    INDIVIDUAL_VCPUS,
    /// No order of boot devices.
    NO_BOOT_ORDER,
    /// Looking for firmware by its features.
    FIRMWARE_AUTOSELECT,
    /// Any model of a network card.
    NET_MODEL_STRING,
    /// Disks passed as descriptors.
    DISK_FD
}
