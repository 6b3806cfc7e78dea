package dev.jvirt.test;

import dev.jvirt.api.storage.StoragePoolId;
import dev.jvirt.api.storage.StorageVolumeId;
import dev.jvirt.documents.storage.StoragePoolDefinition;
import dev.jvirt.documents.storage.StorageVolumeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One storage pool of a world as it is at one moment.
///
/// @param definition with its sizes
/// @param volumes in the order in which they were made; they stay when the pool stops
record TestPool(
        StoragePoolDefinition definition,
        boolean active,
        boolean persistent,
        boolean autostart,
        List<StorageVolumeDefinition> volumes) {
    private static final long CAPACITY = 100L << 30;

    TestPool {
        volumes = List.copyOf(volumes);
    }

    /// A pool of the size that all have.
    static TestPool of(StoragePoolDefinition definition, boolean active, boolean persistent) {
        return new TestPool(fresh(definition), active, persistent, false, List.of());
    }

    private static StoragePoolDefinition fresh(StoragePoolDefinition definition) {
        return definition.withSizes(new StoragePoolDefinition.Sizes(CAPACITY, 0, CAPACITY));
    }

    String name() {
        return definition.name();
    }

    StoragePoolId identity() {
        return new StoragePoolId(definition.name(), definition.uuid());
    }

    StorageVolumeId identity(StorageVolumeDefinition volume) {
        return new StorageVolumeId(name(), volume.name(), volume.key().orElse(""));
    }

    TestPool withActive(boolean value) {
        return new TestPool(definition, value, persistent, autostart, volumes);
    }

    TestPool withAutostart(boolean value) {
        return new TestPool(definition, active, persistent, value, volumes);
    }

    /// Defined anew: what runs goes on as it is, but counts as empty.
    TestPool redefined(StoragePoolDefinition value) {
        return new TestPool(fresh(active ? definition : value), active, true, autostart, volumes);
    }

    /// Started by a document of its own.
    TestPool startedAs(StoragePoolDefinition value) {
        return new TestPool(fresh(value), true, persistent, autostart, volumes);
    }

    Optional<StorageVolumeDefinition> find(String volume) {
        return volumes.stream().filter(known -> known.name().equals(volume)).findFirst();
    }

    TestPool with(StorageVolumeDefinition volume) {
        var more = new ArrayList<>(volumes);
        more.removeIf(known -> known.name().equals(volume.name()));
        more.add(volume);
        return withVolumes(more).allocating(volume.allocation() - allocation(volume.name()));
    }

    TestPool without(String volume) {
        var fewer = new ArrayList<>(volumes);
        fewer.removeIf(known -> known.name().equals(volume));
        return withVolumes(fewer).allocating(-allocation(volume));
    }

    private long allocation(String volume) {
        return find(volume).map(StorageVolumeDefinition::allocation).orElse(0L);
    }

    private TestPool withVolumes(List<StorageVolumeDefinition> value) {
        return new TestPool(definition, active, persistent, autostart, value);
    }

    private TestPool allocating(long more) {
        long allocation = definition.sizes().allocation() + more;
        long capacity = definition.sizes().capacity();
        var sizes = new StoragePoolDefinition.Sizes(capacity, allocation, capacity - allocation);
        return new TestPool(definition.withSizes(sizes), active, persistent, autostart, volumes);
    }
}
