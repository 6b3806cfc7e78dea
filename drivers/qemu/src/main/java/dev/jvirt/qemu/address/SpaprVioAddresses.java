package dev.jvirt.qemu.address;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.Nvram;
import dev.jvirt.qemu.capabilities.MachineFamily;
import java.util.OptionalLong;

/// Registers on the virtual I/O bus of pSeries guests.
final class SpaprVioAddresses {
    private static final long FIRST_NET = 0x1000;
    private static final long FIRST_SCSI = 0x2000;
    private static final long FIRST_NVRAM = 0x3000;
    private static final long FIRST_SERIAL = 0x3000_0000;
    private static final long STEP = 0x1000;

    private final DeviceTable devices;

    private SpaprVioAddresses(DeviceTable devices) {
        this.devices = devices;
    }

    static void assign(DeviceTable devices, Machine machine) {
        new SpaprVioAddresses(devices).assign(machine.is(MachineFamily.PSERIES));
    }

    private void assign(boolean pseries) {
        for (NetworkInterface nic : devices.of(NetworkInterface.class)) {
            assign(nic, nic.model().filter("spapr-vlan"::equals).isPresent(), FIRST_NET);
        }
        for (Controller controller : devices.controllers(Controller.Type.SCSI)) {
            assign(controller, controller.is(ControllerModel.SCSI_IBMVSCSI), FIRST_SCSI);
        }
        for (CharDevice device : devices.of(CharDevice.class)) {
            if (device.target() instanceof CharTarget.Serial serial) {
                boolean vty =
                        serial.model()
                                .filter(m -> m == CharTarget.SerialModel.SPAPR_VTY)
                                .isPresent();
                assign(device, pseries && vty, FIRST_SERIAL);
            }
        }
        for (Nvram nvram : devices.of(Nvram.class)) {
            assign(nvram, pseries, FIRST_NVRAM);
        }
    }

    private void assign(GuestDevice device, boolean belongsHere, long first) {
        boolean given = device.info().address().orElse(null) instanceof Address.SpaprVio;
        if (!given && !(belongsHere && device.info().address().isEmpty())) {
            return;
        }
        if (given && register(device).isPresent()) {
            long register = register(device).getAsLong();
            if (isTaken(register, device)) {
                throw new LibvirtException(
                        XML_ERROR, "spapr-vio address %#x already in use".formatted(register));
            }
            return;
        }
        long register = first;
        while (isTaken(register, device)) {
            register += STEP;
        }
        devices.move(device, new Address.SpaprVio(OptionalLong.of(register)));
    }

    private boolean isTaken(long register, GuestDevice except) {
        for (GuestDevice device : devices.guestDevices()) {
            if (device != except && register(device).equals(OptionalLong.of(register))) {
                return true;
            }
        }
        return false;
    }

    private static OptionalLong register(GuestDevice device) {
        return device.info().address().orElse(null) instanceof Address.SpaprVio address
                ? address.reg()
                : OptionalLong.empty();
    }
}
