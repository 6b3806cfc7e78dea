package dev.jvirt.documents.domain.completion;

import dev.jvirt.documents.domain.MacAddress;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// What completion takes from its surroundings.
///
/// @param hostArch architecture of a domain that names none
/// @param features what the driver can do
/// @param updateAbi whether the guest may get other defaults than it had
/// @param uuids where new UUIDs come from
/// @param macs where new hardware addresses come from
public record CompletionSettings(
        String hostArch,
        Set<DriverFeature> features,
        boolean updateAbi,
        Supplier<UUID> uuids,
        Supplier<MacAddress> macs) {
    /// Settings with their own copy of the features.
    public CompletionSettings {
        features = Set.copyOf(features);
    }

    /// Settings with random identifiers.
    public CompletionSettings(String hostArch, Set<DriverFeature> features, boolean updateAbi) {
        this(hostArch, features, updateAbi, UUID::randomUUID, RandomMac::next);
    }

    /// Random hardware addresses in the range that libvirt uses.
    public static Supplier<MacAddress> randomMacs() {
        return RandomMac::next;
    }

    /// Settings for a driver that can do nothing more than all can.
    public CompletionSettings(String hostArch) {
        this(hostArch, EnumSet.noneOf(DriverFeature.class), false);
    }

    /// Whether the driver can do something.
    public boolean has(DriverFeature feature) {
        return features.contains(feature);
    }
}
