package dev.jvirt.qemu.address;

import static dev.jvirt.qemu.address.PciConnection.AUTO_ASSIGN;
import static dev.jvirt.qemu.address.PciConnection.INTEGRATED;
import static dev.jvirt.qemu.address.PciConnection.PCIE_DEVICE;
import static dev.jvirt.qemu.address.PciConnection.PCI_DEVICE;

import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.Filesystem;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.Input;
import dev.jvirt.documents.domain.InterfaceSource;
import dev.jvirt.documents.domain.Iommu;
import dev.jvirt.documents.domain.MemoryBalloon;
import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.Rng;
import dev.jvirt.documents.domain.SharedMemory;
import dev.jvirt.documents.domain.Sound;
import dev.jvirt.documents.domain.Video;
import dev.jvirt.documents.domain.VirtioModel;
import dev.jvirt.documents.domain.Vsock;
import dev.jvirt.documents.domain.Watchdog;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What each device needs of the PCI bus it is on.
final class PciRequirements {
    private static final Set<PciConnection> CONVENTIONAL = EnumSet.of(PCI_DEVICE, AUTO_ASSIGN);
    private static final Set<PciConnection> EXPRESS = EnumSet.of(PCIE_DEVICE, AUTO_ASSIGN);
    private static final Set<PciConnection> NONE = Set.of();

    private final HostPci host;
    private final Set<PciConnection> express;
    private final Set<PciConnection> virtio;

    /// @param expressRoot whether the machine has PCI Express
    PciRequirements(Machine machine, boolean expressRoot, HostPci host) {
        this.host = host;
        express = expressRoot ? EXPRESS : CONVENTIONAL;
        // QEMU could not always leave out the old interface, and that needs conventional PCI.
        virtio = machine.has(QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL) ? express : CONVENTIONAL;
    }

    /// Nothing if the device is not on PCI.
    Set<PciConnection> of(GuestDevice device) {
        return switch (device) {
            case Controller controller -> ofController(controller);
            case Filesystem filesystem -> ofVirtio(filesystem.access().model());
            case NetworkInterface nic -> ofInterface(nic);
            case Sound sound ->
                    switch (sound.model()) {
                        case ES1370, AC97, ICH6, ICH9, ICH7 -> CONVENTIONAL;
                        case SB16, PCSPK, USB -> NONE;
                    };
            case Disk disk -> disk.isOn(Disk.Bus.VIRTIO) ? ofVirtio(disk.policy().model()) : NONE;
            case HostDevice hostDevice -> ofHost(hostDevice.source());
            case MemoryBalloon balloon ->
                    switch (balloon.model()) {
                        case VIRTIO, VIRTIO_NON_TRANSITIONAL -> virtio;
                        case VIRTIO_TRANSITIONAL -> CONVENTIONAL;
                        case XEN, NONE -> NONE;
                    };
            case Rng rng -> ofVirtio(Optional.of(rng.model()));
            case Watchdog watchdog ->
                    watchdog.model() == Watchdog.Model.I6300ESB ? CONVENTIONAL : NONE;
            case Video video -> video.model().map(this::ofVideo).orElse(NONE);
            case SharedMemory _ -> CONVENTIONAL;
            case Input input -> input.isOn(Input.Bus.VIRTIO) ? ofVirtio(input.model()) : NONE;
            case CharDevice chars -> isPciSerial(chars) ? CONVENTIONAL : NONE;
            case Iommu iommu -> iommu.model() == Iommu.Model.VIRTIO ? integrated() : NONE;
            case Vsock vsock -> ofVirtio(vsock.model());
            case MemoryDevice memory ->
                    switch (memory.model()) {
                        case VIRTIO_PMEM, VIRTIO_MEM -> express;
                        case DIMM, NVDIMM, SGX_EPC -> NONE;
                    };
            default -> NONE;
        };
    }

    /// Devices with the old and the new interface exist on conventional PCI only.
    private Set<PciConnection> ofVirtio(Optional<VirtioModel> model) {
        return model.filter(m -> m == VirtioModel.VIRTIO_TRANSITIONAL).isPresent()
                ? CONVENTIONAL
                : virtio;
    }

    private Set<PciConnection> integrated() {
        var needs = EnumSet.copyOf(express);
        needs.add(INTEGRATED);
        return needs;
    }

    private static boolean isPciSerial(CharDevice device) {
        return device.target() instanceof CharTarget.Serial serial
                && serial.type().filter(t -> t == CharTarget.SerialType.PCI_SERIAL).isPresent();
    }

    private Set<PciConnection> ofVideo(Video.Model model) {
        return switch (model) {
            case VIRTIO -> virtio;
            case VGA, CIRRUS, VMVGA, QXL -> CONVENTIONAL;
            case BOCHS -> express;
            case XEN, VBOX, PARALLELS, GOP, NONE, RAMFB -> NONE;
        };
    }

    private Set<PciConnection> ofInterface(NetworkInterface nic) {
        if (nic.source() instanceof InterfaceSource.HostFunction function) {
            return ofHost(function.device());
        }
        return switch (nic.model().orElse("")) {
            case "virtio", "virtio-non-transitional" -> virtio;
            case "e1000e" -> express;
            case "usb-net" -> NONE;
            default -> CONVENTIONAL;
        };
    }

    private Set<PciConnection> ofHost(HostDeviceSource source) {
        return switch (source) {
            case HostDeviceSource.ScsiHost scsi -> ofVirtio(scsi.model());
            case HostDeviceSource.Mediated mediated ->
                    mediated.model() == HostDeviceSource.MediatedModel.VFIO_PCI ? express : NONE;
            case HostDeviceSource.Pci pci -> host.isExpress(pci.address()) ? express : CONVENTIONAL;
            case HostDeviceSource.Usb _,
                    HostDeviceSource.ScsiUnit _,
                    HostDeviceSource.Iscsi _,
                    HostDeviceSource.Capability _ ->
                    NONE;
        };
    }

    private Set<PciConnection> ofController(Controller controller) {
        return switch (controller.type()) {
            case IDE, SATA -> CONVENTIONAL;
            case PCI -> PciConnection.ofController(controller.model().map(Word::word).orElse(""));
            default -> controller.model().map(this::ofModel).orElse(withoutModel(controller));
        };
    }

    private Set<PciConnection> withoutModel(Controller controller) {
        return switch (controller.type()) {
            case VIRTIO_SERIAL -> virtio;
            case USB -> CONVENTIONAL;
            default -> NONE;
        };
    }

    private Set<PciConnection> ofModel(ControllerModel model) {
        return switch (model) {
            case SCSI_VIRTIO_SCSI,
                    SCSI_VIRTIO_NON_TRANSITIONAL,
                    VIRTIO_SERIAL_VIRTIO,
                    VIRTIO_SERIAL_VIRTIO_NON_TRANSITIONAL ->
                    virtio;
            case SCSI_BUSLOGIC,
                    SCSI_LSILOGIC,
                    SCSI_LSISAS1068,
                    SCSI_VMPVSCSI,
                    SCSI_LSISAS1078,
                    SCSI_DC390,
                    SCSI_AM53C974,
                    SCSI_VIRTIO_TRANSITIONAL,
                    VIRTIO_SERIAL_VIRTIO_TRANSITIONAL,
                    USB_PIIX3_UHCI,
                    USB_PIIX4_UHCI,
                    USB_EHCI,
                    USB_ICH9_EHCI1,
                    USB_ICH9_UHCI1,
                    USB_ICH9_UHCI2,
                    USB_ICH9_UHCI3,
                    USB_VT82C686B_UHCI,
                    USB_PCI_OHCI ->
                    CONVENTIONAL;
            case USB_NEC_XHCI, USB_QEMU_XHCI -> express;
            default -> NONE;
        };
    }
}
