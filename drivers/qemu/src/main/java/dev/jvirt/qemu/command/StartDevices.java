package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DiskDriver;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Graphics;
import dev.jvirt.qemu.block.VolumeTranslation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fills in what devices get from the driver's configuration and from the domain's folders.
final class StartDevices {
    private final CommandContext context;
    private final GraphicsPreparation graphics;

    private StartDevices(CommandContext context) {
        this.context = context;
        this.graphics = new GraphicsPreparation(context);
    }

    static DomainDefinition prepare(DomainDefinition definition, CommandContext context) {
        var step = new StartDevices(context);
        var devices = new ArrayList<Device>();
        for (Device device : definition.devices().all()) {
            devices.add(step.prepared(device));
        }
        return definition.withDevices(definition.devices().withAll(List.copyOf(devices)));
    }

    private Device prepared(Device device) {
        return switch (device) {
            case CharDevice chars -> channel(chars);
            case Disk disk -> disk(disk);
            case Graphics display -> graphics.prepare(display);
            default -> device;
        };
    }

    /// What several guests write must not stay in the cache of this host.
    private Disk disk(Disk original) {
        var disk =
                original.withSource(
                        VolumeTranslation.translate(original.source(), context.host()::volume));
        boolean shared = disk.policy().shareable() && !disk.policy().readOnly();
        var driver = disk.driver();
        if (!shared || driver.cache().isPresent()) {
            return disk;
        }
        return disk.withDriver(
                new DiskDriver(
                        driver.name(),
                        Optional.of(DiskDriver.Cache.NONE),
                        driver.errors(),
                        driver.io(),
                        driver.features(),
                        driver.discard(),
                        driver.queues(),
                        driver.virtio()));
    }

    /// A channel without a path gets one by its name, so that programs find it.
    private Device channel(CharDevice device) {
        boolean chosen =
                device.target() instanceof CharTarget.VirtioChannel
                        && device.backend().source() instanceof CharSource.Unix unix
                        && unix.path().isEmpty();
        if (!chosen) {
            return device;
        }
        var unix = (CharSource.Unix) device.backend().source();
        var target = (CharTarget.VirtioChannel) device.target();
        String file = target.name().orElse(DomainScope.alias(device));
        String path = context.folders().channels() + '/' + file;
        return device.withSource(new CharSource.Unix(true, Optional.of(path), unix.reconnect()));
    }
}
