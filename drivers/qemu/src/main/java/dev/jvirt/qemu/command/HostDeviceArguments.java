package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.InterfaceSource;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.StorageSource;
import dev.jvirt.documents.domain.Teaming;
import dev.jvirt.qemu.block.HostScsiNode;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;

/// Devices of the host that are passed through.
final class HostDeviceArguments {
    private final DomainScope scope;
    private final Arguments out;
    private int lastImage;

    private HostDeviceArguments(DomainScope scope, Arguments out) {
        this.scope = scope;
        this.out = out;
        this.lastImage = lastImage(scope);
    }

    /// The nodes of SCSI units are numbered behind those of the disks.
    private static int lastImage(DomainScope scope) {
        int last = 0;
        for (Disk disk : scope.definition().devices().disks()) {
            Optional<StorageSource> image = Optional.of(disk.source());
            while (image.isPresent()) {
                last = Math.max(last, image.get().index());
                image = image.get().backing();
            }
        }
        return last;
    }

    static void add(DomainScope scope, Arguments out) {
        var arguments = new HostDeviceArguments(scope, out);
        for (Device device : scope.definition().devices().all()) {
            arguments.hostDevice(device).ifPresent(arguments::add);
        }
    }

    /// A device, or a network card that is one.
    private Optional<HostDevice> hostDevice(Device device) {
        if (device instanceof NetworkInterface nic
                && nic.source() instanceof InterfaceSource.HostFunction function) {
            var info = nic.info();
            var order = scope.boot().of(nic);
            if (order.isPresent() && info.boot().isEmpty()) {
                info =
                        info.withBoot(
                                Optional.of(
                                        new dev.jvirt.documents.domain.DeviceInfo.Boot(
                                                order.getAsInt(), Optional.empty())));
            }
            return Optional.of(
                    new HostDevice(
                            function.device(), function.managed(), nic.policy().teaming(), info));
        }
        return device instanceof HostDevice host ? Optional.of(host) : Optional.empty();
    }

    private void add(HostDevice host) {
        switch (host.source()) {
            case HostDeviceSource.Usb usb -> {
                if (!usb.missing()) {
                    out.device(usb(host, usb));
                }
            }
            case HostDeviceSource.Pci pci -> {
                if (!(host.info().address().orElse(null) instanceof Address.Unassigned)) {
                    out.device(pci(host, pci), host.info());
                }
            }
            case HostDeviceSource.ScsiUnit unit -> addScsiUnit(host, unit);
            case HostDeviceSource.Iscsi iscsi -> addIscsi(host, iscsi);
            case HostDeviceSource.ScsiHost scsi -> out.device(scsiHost(host, scsi), host.info());
            case HostDeviceSource.Mediated mediated ->
                    out.device(mediated(host, mediated), host.info());
            case HostDeviceSource.Capability _ -> {}
        }
    }

    private void addBoot(HostDevice host, JsonObject.Builder device) {
        host.info().boot().ifPresent(boot -> device.put("bootindex", boot.order()));
    }

    private JsonObject.Builder usb(HostDevice host, HostDeviceSource.Usb usb) {
        var device = JsonObject.builder().put("driver", "usb-host");
        if (scope.has(QemuFlag.USB_HOST_HOSTDEVICE)) {
            device.put("hostdevice", "/dev/bus/usb/%03d/%03d".formatted(usb.bus(), usb.device()));
        } else {
            device.put("hostbus", usb.bus()).put("hostaddr", usb.device());
        }
        device.put("id", DomainScope.alias(host));
        usb.guestReset()
                .ifPresent(
                        reset -> {
                            boolean some = reset != HostDeviceSource.GuestReset.OFF;
                            boolean all = reset == HostDeviceSource.GuestReset.ON;
                            device.put("guest-reset", some);
                            device.put("guest-resets-all", all);
                        });
        addBoot(host, device);
        DeviceAddresses.add(scope, host.info(), device);
        return device;
    }

    private JsonObject.Builder pci(HostDevice host, HostDeviceSource.Pci pci) {
        var device = JsonObject.builder().put("driver", "vfio-pci");
        device.put("host", DeviceAddresses.text(pci.address()));
        device.put("id", DomainScope.alias(host));
        host.teaming()
                .flatMap(Teaming::persistent)
                .ifPresent(alias -> device.put("failover_pair_id", alias));
        addBoot(host, device);
        DeviceAddresses.add(scope, host.info(), device);
        RomProperties.add(host.info(), device);
        return device;
    }

    private JsonObject.Builder mediated(HostDevice host, HostDeviceSource.Mediated mediated) {
        boolean ramFb = mediated.ramFb().orElse(false);
        String driver =
                switch (mediated.model()) {
                    case VFIO_PCI -> ramFb ? "vfio-pci-nohotplug" : "vfio-pci";
                    case VFIO_CCW -> "vfio-ccw";
                    case VFIO_AP -> "vfio-ap";
                };
        var device = JsonObject.builder().put("driver", driver);
        device.put("id", DomainScope.alias(host));
        device.put("sysfsdev", "/sys/bus/mdev/devices/" + mediated.uuid());
        if (mediated.model() == HostDeviceSource.MediatedModel.VFIO_PCI) {
            mediated.display().ifPresent(on -> device.put("display", on ? "on" : "off"));
            device.putTrue("ramfb", ramFb);
        }
        addBoot(host, device);
        DeviceAddresses.add(scope, host.info(), device);
        return device;
    }

    private JsonObject.Builder scsiHost(HostDevice host, HostDeviceSource.ScsiHost scsi) {
        String alias = DomainScope.alias(host);
        String driver = VirtioDevices.driver("vhost-scsi", host.info(), scsi.model());
        var device = JsonObject.builder().put("driver", driver).put("wwpn", scsi.wwpn());
        device.put("vhostfd", Integer.toString(out.pass(new Descriptor.VhostScsi(alias))));
        device.put("id", alias);
        DeviceAddresses.add(scope, host.info(), device);
        return device;
    }

    private void addScsiUnit(HostDevice host, HostDeviceSource.ScsiUnit unit) {
        String path = scope.context().host().scsiGeneric(unit);
        String node = HostScsiNode.name(++lastImage);
        out.blockdev(HostScsiNode.of(path, node, unit.rights().readOnly()));
        out.device(scsiGeneric(host, node));
    }

    private void addIscsi(HostDevice host, HostDeviceSource.Iscsi iscsi) {
        String node = HostScsiNode.name(++lastImage);
        var scsi = new HostScsiNode(node, iscsi);
        scsi.secret(scope.context().secrets()).ifPresent(out::object);
        out.blockdev(scsi.properties());
        out.device(scsiGeneric(host, node));
    }

    private JsonObject.Builder scsiGeneric(HostDevice host, String drive) {
        var device = JsonObject.builder().put("driver", "scsi-generic").put("drive", drive);
        device.put("id", DomainScope.alias(host));
        addBoot(host, device);
        if (host.info().address().orElse(null) instanceof Address.Drive place) {
            device.put("bus", scope.busOf(Controller.Type.SCSI, place.controller()) + ".0");
            boolean lsi =
                    ControllerArguments.is(
                            scope,
                            Controller.Type.SCSI,
                            place.controller(),
                            ControllerModel.SCSI_LSILOGIC);
            if (lsi) {
                device.put("scsi-id", place.unit());
            } else {
                device.put("channel", place.bus());
                device.put("scsi-id", place.target()).put("lun", place.unit());
            }
        }
        return device;
    }
}
