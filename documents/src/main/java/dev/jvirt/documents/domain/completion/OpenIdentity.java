package dev.jvirt.documents.domain.completion;

import dev.jvirt.documents.domain.Architectures;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.Devices;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.Input;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.Os;
import dev.jvirt.documents.domain.VirtType;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;

/// What must be known before any driver looks: identifiers, architecture, numbers of ports, buses
/// of input devices.
final class OpenIdentity {
    private OpenIdentity() {}

    static DomainDefinition fill(DomainDefinition parsed, CompletionSettings settings) {
        var definition = parsed;
        if (definition.uuid().isEmpty()) {
            var uuid = definition.os().systemInfo().uuid().orElseGet(settings.uuids());
            definition = definition.withUuid(uuid);
        }
        var generation = definition.identity().generation();
        if (generation.filter(g -> g.id().isEmpty()).isPresent()) {
            definition =
                    definition.withIdentity(
                            definition.identity().withGeneration(settings.uuids().get()));
        }
        if (definition.os().arch().isEmpty()) {
            definition = definition.withOs(definition.os().withArch(settings.hostArch()));
        }
        return definition.withDevices(devices(definition, settings));
    }

    private static Devices devices(DomainDefinition definition, CompletionSettings settings) {
        var all = new ArrayList<Device>();
        int parallel = -1;
        int console = 0;
        boolean changed = false;
        for (Device device : definition.devices().all()) {
            Device filled = device;
            switch (device) {
                case Input input when input.bus().isEmpty() ->
                        filled = bus(definition, input).<Device>map(input::withBus).orElse(input);
                case NetworkInterface nic when nic.mac().address().isEmpty() ->
                        filled = nic.withMac(settings.macs().get());
                case CharDevice chars when chars.target() instanceof CharTarget.Parallel p -> {
                    if (p.port().isEmpty()) {
                        filled =
                                chars.withTarget(
                                        new CharTarget.Parallel(OptionalInt.of(parallel + 1)));
                    }
                    parallel = Math.max(parallel, p.port().orElse(parallel + 1));
                }
                case CharDevice chars when chars.target() instanceof CharTarget.Console c ->
                        filled =
                                chars.withTarget(
                                        new CharTarget.Console(
                                                c.type(), OptionalInt.of(console++)));
                default -> {}
            }
            changed |= filled != device;
            all.add(filled);
        }
        var devices = changed ? definition.devices().withAll(all) : definition.devices();
        return withScsiController(devices);
    }

    private static Optional<Input.Bus> bus(DomainDefinition definition, Input input) {
        return switch (definition.os().type()) {
            case HVM -> Optional.of(machineBus(definition.os(), input.type()));
            case XEN, XENPVH -> Optional.of(Input.Bus.XEN);
            case LINUX, EXE, UML ->
                    definition.type() == VirtType.VZ || definition.type() == VirtType.PARALLELS
                            ? Optional.of(Input.Bus.PARALLELS)
                            : Optional.of(Input.Bus.PS2);
        };
    }

    private static Input.Bus machineBus(Os os, Input.Type type) {
        String arch = os.arch().orElse("");
        boolean simple = type == Input.Type.MOUSE || type == Input.Type.KEYBOARD;
        if (simple && Architectures.isX86(arch)) {
            return Input.Bus.PS2;
        }
        if (Architectures.isS390(arch) || type == Input.Type.PASSTHROUGH) {
            return Input.Bus.VIRTIO;
        }
        return type == Input.Type.EVDEV ? Input.Bus.NONE : Input.Bus.USB;
    }

    /// A SCSI device of the host needs a controller from the start.
    private static Devices withScsiController(Devices devices) {
        for (HostDevice device : devices.of(HostDevice.class)) {
            if (device.source() instanceof HostDeviceSource.ScsiUnit
                    || device.source() instanceof HostDeviceSource.Iscsi) {
                return ImplicitDevices.addScsiControllersForHostDevices(devices);
            }
        }
        return devices;
    }

    static Controller controller(Controller.Type type, int index) {
        return new Controller(type, index, Optional.empty());
    }
}
