package dev.jvirt.qemu.address;

import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Places of devices on PCI.
///
/// First it is planned how many buses are needed: places are taken but nobody moves in. Then the
/// controllers of the new buses are added, and all devices get their places for good.
final class PciAddresses {
    private static final Set<PciConnection> CONVENTIONAL =
            EnumSet.of(PciConnection.AUTO_ASSIGN, PciConnection.PCI_DEVICE);
    private static final Set<PciConnection> EXPRESS =
            EnumSet.of(PciConnection.HOT_PLUG, PciConnection.PCIE_DEVICE);

    private final DeviceTable devices;
    private final Machine machine;
    private final HostPci host;
    private final PciRequirements requirements;
    private final boolean expressRoot;

    private PciAddresses(DeviceTable devices, Machine machine, HostPci host) {
        this.devices = devices;
        this.machine = machine;
        this.host = host;
        this.expressRoot =
                devices.controller(Controller.Type.PCI, 0)
                        .filter(c -> c.is(ControllerModel.PCI_PCIE_ROOT))
                        .isPresent();
        this.requirements = new PciRequirements(machine, expressRoot, host);
    }

    static void assign(DeviceTable devices, Machine machine, HostPci host) {
        new PciAddresses(devices, machine, host).assign();
    }

    private void assign() {
        int count = lastIndex() + 1;
        if (count > 0) {
            count = plan(count);
        }
        if (count > 0 || supportsPci()) {
            move(count);
        }
    }

    /// Most boards of ARM and RISC-V have no PCI.
    private boolean supportsPci() {
        boolean board =
                Architectures.isArm(machine.arch()) || Architectures.isRiscv(machine.arch());
        return !board
                || machine.name().equals("versatilepb")
                || isBoard() && machine.has(QemuFlag.GPEX_PCIHOST);
    }

    private int lastIndex() {
        int last = -1;
        for (Controller controller : devices.controllers(Controller.Type.PCI)) {
            last = Math.max(last, controller.index().orElse(0));
        }
        return last;
    }

    /// Adds the controllers that are missing.
    ///
    /// @return how many buses there are then
    private int plan(int count) {
        var places = places(count, true);
        var buses = places.buses();
        places.reserveKnown();
        ChipsetPlaces.assign(places);
        if (!expressRoot && !isFull(buses) && !isBoard()) {
            // A bridge that is needed later has to be somewhere itself.
            buses.reserveNext(CONVENTIONAL, 0, Optional.empty());
        }
        PciEndpoints.assign(places);
        boolean untouched = count <= 1 && buses.buses().size() > count && expressRoot;
        if (untouched) {
            // Nobody else manages the buses of this guest: one more port is kept for hot plug.
            buses.reserveNext(EXPRESS, 0, Optional.empty());
        }
        for (int i = 1; i < buses.buses().size(); i++) {
            addController(i, buses);
        }
        return buses.buses().size();
    }

    private boolean isBoard() {
        return machine.is(MachineFamily.ARM_VIRT) || machine.is(MachineFamily.RISCV_VIRT);
    }

    private static boolean isFull(PciBuses buses) {
        for (PciBus bus : buses.buses()) {
            if (!bus.isFull()) {
                return false;
            }
        }
        return true;
    }

    private void addController(int index, PciBuses buses) {
        if (devices.controller(Controller.Type.PCI, index).isPresent()) {
            return;
        }
        var model = ControllerModel.find(Controller.Type.PCI, buses.buses().get(index).model());
        var added = devices.addController(Controller.Type.PCI, index, model);
        if (!added.is(ControllerModel.PCI_PCI_ROOT)) {
            buses.reserveNext(requirements.of(added), 0, Optional.empty());
        }
    }

    private void move(int count) {
        var places = places(count, false);
        places.reserveKnown();
        ChipsetPlaces.assign(places);
        PciEndpoints.assign(places);
        MultifunctionSlots.mark(devices);
        PciControllerNumbers.assign(devices, machine);
        ZpciIdentifiers.assign(devices, machine);
    }

    private PciPlaces places(int count, boolean planning) {
        boolean pseries = machine.is(MachineFamily.PSERIES);
        var buses = new PciBuses(planning, pseries, machine.has(QemuFlag.PCIE_PCI_BRIDGE));
        for (int i = 0; i < count; i++) {
            var controller = devices.controller(Controller.Type.PCI, i);
            boolean hotPlug =
                    controller
                            .flatMap(Controller::pci)
                            .flatMap(p -> p.target().hotplug())
                            .orElse(true);
            String model =
                    controller.isPresent()
                            ? controller.get().model().map(Word::word).orElse("")
                            : i == 0 ? "pci-root" : missingModel(pseries);
            buses.add(PciBus.behind(model, hotPlug));
        }
        if (pseries && count > 0) {
            // Devices of the host stay out of the machine's own host bridge.
            buses.buses().getFirst().isolate(0, true);
        }
        return new PciPlaces(devices, machine, buses, requirements, host);
    }

    /// The model of a bus between others for which there is no controller.
    private String missingModel(boolean pseries) {
        if (expressRoot) {
            return "pcie-root-port";
        }
        return pseries ? "pci-root" : "pci-bridge";
    }
}
