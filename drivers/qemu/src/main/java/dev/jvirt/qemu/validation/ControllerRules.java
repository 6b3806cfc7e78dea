package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.IoThreads;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// Controllers that QEMU has.
final class ControllerRules {
    private final Controller controller;
    private final Machine machine;

    private ControllerRules(Controller controller, Machine machine) {
        this.controller = controller;
        this.machine = machine;
    }

    static void check(Controller controller, Machine machine) {
        var rules = new ControllerRules(controller, machine);
        rules.checkAttributes();
        switch (controller.type()) {
            case IDE -> rules.checkIde();
            case SCSI -> rules.checkScsi();
            case SATA -> rules.checkSata();
            case PCI -> PciControllerRules.check(controller, machine);
            case USB, FDC, VIRTIO_SERIAL, CCID, XENBUS, ISA -> {}
        }
    }

    private boolean isVirtioScsi() {
        return switch (controller.model().orElse(null)) {
            case SCSI_VIRTIO_SCSI, SCSI_VIRTIO_TRANSITIONAL, SCSI_VIRTIO_NON_TRANSITIONAL -> true;
            case null, default -> false;
        };
    }

    private void checkAttributes() {
        var driver = controller.driver();
        if (isVirtioScsi()) {
            return;
        }
        refuse(driver.queues().isPresent(), "queues");
        refuse(driver.commandsPerLun().isPresent(), "cmd_per_lun");
        refuse(driver.maxSectors().isPresent(), "max_sectors");
        refuse(driver.ioEventFd().isPresent(), "ioeventfd");
        unsupportedWhen(
                driver.ioThread().isPresent(),
                "'iothread' is only supported for virtio-scsi controller");
    }

    private static void refuse(boolean wrong, String option) {
        unsupportedWhen(
                wrong, "'%s' is only supported by virtio-scsi controller".formatted(option));
    }

    /// The only IDE controller is the one that is part of a machine.
    private void checkIde() {
        boolean built = MachineFamily.hasIde(machine.arch(), machine.name());
        boolean first = controller.index().orElse(0) == 0;
        unsupportedWhen(
                built && !first, "Only a single IDE controller is supported for this machine type");
        unsupportedWhen(
                !built, "IDE controllers are unsupported for this QEMU binary or machine type");
    }

    private void checkScsi() {
        if (controller.is(ControllerModel.SCSI_NCR53C90)) {
            unsupportedWhen(
                    controller.index().orElse(0) != 0,
                    "ncr53c90 can only be used as first SCSI controller");
            unsupportedWhen(
                    !MachineFamily.hasEsp(machine.name()),
                    "ncr53c90 SCSI controller is not a built-in for this machine");
        }
        checkScsiModel();
        if (controller.driver().ioThread().isPresent()) {
            checkIoThread(controller.driver().ioThread().getAsInt());
        }
    }

    private void checkScsiModel() {
        switch (controller.model().orElse(null)) {
            case SCSI_LSILOGIC -> requireScsi(QemuFlag.LSI, "the LSI 53C895A SCSI controller");
            case SCSI_VIRTIO_SCSI, SCSI_VIRTIO_TRANSITIONAL, SCSI_VIRTIO_NON_TRANSITIONAL ->
                    requireScsi(QemuFlag.VIRTIO_SCSI_PCI, "virtio scsi controller");
            case SCSI_LSISAS1068 ->
                    requireScsi(QemuFlag.MPTSAS1068, "the LSI SAS1068 (MPT Fusion) controller");
            case SCSI_LSISAS1078 ->
                    requireScsi(QemuFlag.MEGASAS, "the LSI SAS1078 (MegaRAID) controller");
            case SCSI_VMPVSCSI ->
                    requireScsi(QemuFlag.PVSCSI, "the pvscsi (VMware paravirtual SCSI) controller");
            case SCSI_NCR53C90 -> requireScsi(QemuFlag.NCR53C90, "the NCR53C90 (ESP) controller");
            case SCSI_DC390 -> requireScsi(QemuFlag.DC390, "the DC390 (ESP) controller");
            case SCSI_AM53C974 -> requireScsi(QemuFlag.AM53C974, "the AM53C974 (ESP) controller");
            case SCSI_BUSLOGIC ->
                    unsupportedWhen(
                            true,
                            "Unsupported controller model: %s"
                                    .formatted(ControllerModel.SCSI_BUSLOGIC.word()));
            case null, default -> {}
        }
    }

    private void requireScsi(QemuFlag flag, String name) {
        unsupportedWhen(!machine.has(flag), "This QEMU doesn't support " + name);
    }

    private void checkIoThread(int thread) {
        var address = controller.info().address().orElse(null);
        unsupportedWhen(
                !(address instanceof Address.Pci) && !(address instanceof Address.Ccw),
                "virtio-scsi IOThreads only available for virtio pci and virtio ccw controllers");
        boolean known = false;
        for (IoThreads.IoThread each : machine.definition().resources().ioThreads().threads()) {
            known |= each.id() == thread;
        }
        unsupportedWhen(
                !known, "controller iothread '%d' not defined in iothreadid".formatted(thread));
    }

    private void checkSata() {
        boolean built = machine.is(MachineFamily.Q35) && controller.index().orElse(0) == 0;
        unsupportedWhen(
                !built && !machine.has(QemuFlag.ICH9_AHCI),
                "SATA is not supported with this QEMU binary");
    }
}
