package dev.jvirt.documents.domain.completion;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.CharBackend;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DeviceInfo;
import dev.jvirt.documents.domain.Devices;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.Os;
import dev.jvirt.documents.domain.Smartcard;
import dev.jvirt.documents.domain.Video;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;

/// Adds devices that others need: the console of a serial port, controllers, a graphics card.
public final class ImplicitDevices {
    private ImplicitDevices() {}

    static DomainDefinition add(DomainDefinition definition) {
        var devices = consoles(definition);
        devices = diskControllers(devices, Controller.Type.SCSI, Disk.Bus.SCSI);
        devices = diskControllers(devices, Controller.Type.FDC, Disk.Bus.FDC);
        devices = diskControllers(devices, Controller.Type.IDE, Disk.Bus.IDE);
        devices = diskControllers(devices, Controller.Type.SATA, Disk.Bus.SATA);
        devices = virtioSerialControllers(devices);
        devices = smartcards(devices);
        devices = addScsiControllersForHostDevices(devices);
        if (!devices.graphics().isEmpty() && devices.videos().isEmpty()) {
            devices =
                    devices.with(
                            new Video(
                                    Optional.empty(),
                                    Video.Memory.NONE,
                                    OptionalInt.of(1),
                                    false,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Video.Driver.NONE,
                                    DeviceInfo.NONE));
        }
        return definition.withDevices(devices);
    }

    /// The first console of a machine and its first serial port are the same device.
    private static Devices consoles(DomainDefinition definition) {
        var devices = definition.devices();
        var consoles = devices.consoles();
        for (int i = 1; i < consoles.size(); i++) {
            if (isSerial(consoles.get(i))) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED, "Only the first console can be a serial port");
            }
        }
        if (definition.os().type() != Os.Type.HVM) {
            return devices;
        }
        var serials = devices.serials();
        if (!consoles.isEmpty() && isSerial(consoles.getFirst())) {
            return serials.isEmpty()
                    ? withSerial(devices, consoles.getFirst())
                    : withSameSource(devices, consoles.getFirst(), serials.getFirst());
        }
        return !serials.isEmpty() && hasConsole(serials.getFirst())
                ? withFirstConsole(devices, serials.getFirst().backend())
                : devices;
    }

    private static boolean isSerial(CharDevice console) {
        return console.target() instanceof CharTarget.Console target
                && target.type().filter(t -> t != CharTarget.ConsoleType.SERIAL).isEmpty();
    }

    private static Devices withSerial(Devices devices, CharDevice console) {
        var serial =
                console.withTarget(
                        new CharTarget.Serial(
                                Optional.empty(), OptionalInt.of(0), Optional.empty()));
        var all = new ArrayList<Device>(devices.all());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == console) {
                all.set(i, firstConsole(console.backend()));
                break;
            }
        }
        all.add(serial);
        return devices.withAll(all);
    }

    /// The console is the serial port, whatever the document says about its source.
    private static Devices withSameSource(Devices devices, CharDevice console, CharDevice serial) {
        if (console.backend().source().equals(serial.backend().source())) {
            return devices;
        }
        var all = new ArrayList<Device>(devices.all());
        all.set(all.indexOf(console), firstConsole(serial.backend()));
        return devices.withAll(all);
    }

    private static CharDevice firstConsole(CharBackend backend) {
        return new CharDevice(
                new CharTarget.Console(
                        Optional.of(CharTarget.ConsoleType.SERIAL), OptionalInt.empty()),
                backend,
                DeviceInfo.NONE);
    }

    private static boolean hasConsole(CharDevice serial) {
        var type = ((CharTarget.Serial) serial.target()).type();
        return type.isEmpty()
                || switch (type.get()) {
                    case ISA_SERIAL, SPAPR_VIO_SERIAL, SYSTEM_SERIAL, SCLP_SERIAL -> true;
                    case PCI_SERIAL, USB_SERIAL, ISA_DEBUG -> false;
                };
    }

    private static Devices withFirstConsole(Devices devices, CharBackend backend) {
        var all = new ArrayList<Device>();
        all.add(firstConsole(backend));
        all.addAll(devices.all());
        return devices.withAll(all);
    }

    private static Devices diskControllers(Devices devices, Controller.Type type, Disk.Bus bus) {
        int last = -1;
        for (Disk disk : devices.disks()) {
            if (disk.isOn(bus)
                    && disk.info().address().orElse(null) instanceof Address.Drive drive) {
                last = Math.max(last, drive.controller());
            }
        }
        return controllers(devices, type, last, Optional.empty());
    }

    private static Devices virtioSerialControllers(Devices devices) {
        var ports = new ArrayList<CharDevice>();
        for (CharDevice channel : devices.channels()) {
            if (channel.target() instanceof CharTarget.VirtioChannel) {
                ports.add(channel);
            }
        }
        for (CharDevice console : devices.consoles()) {
            if (console.target() instanceof CharTarget.Console target
                    && target.type().filter(t -> t == CharTarget.ConsoleType.VIRTIO).isPresent()) {
                ports.add(console);
            }
        }
        var current = devices;
        for (CharDevice port : ports) {
            int index =
                    port.info().address().orElse(null) instanceof Address.VirtioSerial address
                            ? address.controller()
                            : 0;
            current =
                    withController(current, Controller.Type.VIRTIO_SERIAL, index, Optional.empty());
        }
        return current;
    }

    private static Devices smartcards(Devices devices) {
        var current = devices;
        for (Smartcard given : devices.of(Smartcard.class)) {
            var card = given;
            if (card.info().address().isEmpty()) {
                card =
                        card.withInfo(
                                card.info()
                                        .withAddress(new Address.Ccid(0, lastSlot(current) + 1)));
                var all = new ArrayList<Device>(current.all());
                all.set(all.indexOf(given), card);
                current = current.withAll(all);
            }
            int index =
                    card.info().address().orElse(null) instanceof Address.Ccid ccid
                            ? ccid.controller()
                            : 0;
            current = withController(current, Controller.Type.CCID, index, Optional.empty());
        }
        return current;
    }

    private static int lastSlot(Devices devices) {
        int last = -1;
        for (Smartcard card : devices.of(Smartcard.class)) {
            if (card.info().address().orElse(null) instanceof Address.Ccid ccid
                    && ccid.controller() == 0) {
                last = Math.max(last, ccid.slot());
            }
        }
        return last;
    }

    static Devices addScsiControllersForHostDevices(Devices devices) {
        int last = -1;
        Optional<ControllerModel> model = Optional.empty();
        for (HostDevice device : devices.of(HostDevice.class)) {
            if (!ScsiUnits.isScsi(device)) {
                continue;
            }
            int index =
                    device.info().address().orElse(null) instanceof Address.Drive drive
                            ? drive.controller()
                            : 0;
            if (index > last) {
                last = index;
                // The new controller is there because this one is full: it has the same model.
                model = model(devices, index).or(() -> Optional.empty()).or(sameAs(model));
            }
        }
        return controllers(devices, Controller.Type.SCSI, last, model);
    }

    private static java.util.function.Supplier<Optional<ControllerModel>> sameAs(
            Optional<ControllerModel> model) {
        return () -> model;
    }

    private static Optional<ControllerModel> model(Devices devices, int index) {
        for (Controller controller : devices.controllers()) {
            if (controller.type() == Controller.Type.SCSI
                    && controller.index().orElse(-1) == index) {
                return controller.model();
            }
        }
        return Optional.empty();
    }

    /// Devices with all controllers of a type up to the last one that is asked for.
    private static Devices controllers(
            Devices devices, Controller.Type type, int last, Optional<ControllerModel> model) {
        if (last >= Devices.MOST) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "'%s' controller index '%d' is out of range, the largest is %d"
                            .formatted(type.word(), last, Devices.MOST - 1));
        }
        var current = devices;
        for (int i = 0; i <= last; i++) {
            current = withController(current, type, i, model);
        }
        return current;
    }

    /// Devices with a controller of that type and index, which may be there already.
    public static Devices withController(
            Devices devices, Controller.Type type, int index, Optional<ControllerModel> model) {
        return ControllerIndexes.isUsed(devices.controllers(), type, index)
                ? devices
                : devices.with(new Controller(type, index, model));
    }
}
