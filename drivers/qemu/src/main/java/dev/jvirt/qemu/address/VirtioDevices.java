package dev.jvirt.qemu.address;

import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.Filesystem;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.Input;
import dev.jvirt.documents.domain.InterfaceSource;
import dev.jvirt.documents.domain.MemoryBalloon;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.Rng;
import dev.jvirt.documents.domain.Video;
import dev.jvirt.documents.domain.Vsock;

/// Devices that can be attached to a virtio transport other than PCI.
final class VirtioDevices {
    private VirtioDevices() {}

    /// Whether a device belongs to the transport if it has no address.
    ///
    /// @param ccw whether the transport is the channel subsystem of s390
    static boolean isPrimed(GuestDevice device, boolean ccw) {
        return switch (device) {
            case Disk disk -> disk.isOn(Disk.Bus.VIRTIO);
            case NetworkInterface nic ->
                    nic.model().filter("virtio"::equals).isPresent()
                            && !(nic.source() instanceof InterfaceSource.HostFunction);
            case Input input -> input.isOn(Input.Bus.VIRTIO);
            case Video video -> ccw && video.is(Video.Model.VIRTIO);
            case Controller controller -> isPrimed(controller);
            case MemoryBalloon balloon -> balloon.model() == MemoryBalloon.Model.VIRTIO;
            case Rng _, Filesystem _ -> true;
            case HostDevice host -> ccw && isCcw(host.source());
            case Vsock _ -> true;
            default -> false;
        };
    }

    private static boolean isPrimed(Controller controller) {
        return switch (controller.type()) {
            case VIRTIO_SERIAL -> true;
            case SCSI ->
                    controller
                            .model()
                            .filter(
                                    m ->
                                            switch (m) {
                                                case SCSI_VIRTIO_SCSI,
                                                        SCSI_VIRTIO_TRANSITIONAL,
                                                        SCSI_VIRTIO_NON_TRANSITIONAL ->
                                                        true;
                                                default -> false;
                                            })
                            .isPresent();
            default -> false;
        };
    }

    private static boolean isCcw(HostDeviceSource source) {
        return source instanceof HostDeviceSource.ScsiHost
                || source instanceof HostDeviceSource.Mediated mediated
                        && mediated.model() == HostDeviceSource.MediatedModel.VFIO_CCW;
    }
}
