package dev.jvirt.qemu.address;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.Sound;
import dev.jvirt.documents.domain.Video;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Places that belong to the chipset of a PC: its own devices, and where real boards have theirs.
final class ChipsetPlaces {
    private static final int PIIX3_SLOT = 1;
    private static final int PIIX3_VIDEO_SLOT = 2;
    private static final int ICH9_VIDEO_SLOT = 1;
    private static final int ICH9_SLOT = 0x1F;
    private static final int[] ICH9_USB_SLOTS = {0x1D, 0x1A};
    private static final int ICH9_BRIDGE_SLOT = 0x1E;
    private static final int ICH9_SOUND_SLOT = 0x1B;

    private final PciPlaces places;
    private final DeviceTable devices;
    private final Set<PciConnection> board;

    private ChipsetPlaces(PciPlaces places, Set<PciConnection> board) {
        this.places = places;
        this.devices = places.devices();
        this.board = board;
    }

    static void assign(PciPlaces places) {
        if (places.buses().buses().isEmpty()) {
            return;
        }
        switch (places.machine().family()) {
            case I440FX ->
                    new ChipsetPlaces(
                                    places,
                                    EnumSet.of(PciConnection.AUTO_ASSIGN, PciConnection.PCI_DEVICE))
                            .assignPiix3();
            case Q35 ->
                    new ChipsetPlaces(places, EnumSet.of(PciConnection.PCI_DEVICE)).assignIch9();
            default -> {}
        }
    }

    private void assignPiix3() {
        for (Controller controller : devices.controllers()) {
            if (controller.index().orElse(-1) != 0) {
                continue;
            }
            if (controller.type() == Controller.Type.IDE) {
                insist(
                        controller,
                        new PciPlace(0, PIIX3_SLOT, 1),
                        "Primary IDE controller must have PCI address 0:0:1.1");
                reserve(new PciPlace(0, PIIX3_SLOT, 1));
            } else if (PciPlaces.isPiix3Usb(controller)) {
                insist(
                        controller,
                        new PciPlace(0, PIIX3_SLOT, 2),
                        "PIIX3 USB controller at index 0 must have PCI address 0:0:1.2");
                reserve(new PciPlace(0, PIIX3_SLOT, 2));
            }
        }
        // The ISA bridge and the power management.
        reserve(new PciPlace(0, PIIX3_SLOT, 0));
        reserve(new PciPlace(0, PIIX3_SLOT, 3));
        assignVideo(PIIX3_VIDEO_SLOT);
    }

    private void insist(GuestDevice device, PciPlace place, String message) {
        var address = PciPlaces.of(device);
        if (address.isPresent()) {
            if (!PciPlace.of(address.get()).equals(place)) {
                throw new LibvirtException(INTERNAL_ERROR, message);
            }
        } else {
            places.moveTo(device, place, Optional.empty());
        }
    }

    private void reserve(PciPlace place) {
        places.buses().reserve(place, board, 0);
    }

    private void assignVideo(int slot) {
        var videos = devices.of(Video.class);
        if (videos.isEmpty()
                || videos.getFirst().is(Video.Model.NONE)
                || videos.getFirst().is(Video.Model.RAMFB)
                || !PciPlaces.isOpen(videos.getFirst())) {
            return;
        }
        var place = new PciPlace(0, slot, 0);
        places.buses().check(place, board, true);
        if (places.isSlotInUse(slot)) {
            places.giveNext(videos.getFirst());
        } else {
            reserve(place);
            places.moveTo(videos.getFirst(), place, Optional.empty());
        }
    }

    private void assignIch9() {
        for (Controller controller : devices.controllers()) {
            switch (controller.type()) {
                case SATA -> {
                    if (controller.index().orElse(-1) == 0) {
                        insist(
                                controller,
                                new PciPlace(0, ICH9_SLOT, 2),
                                "Primary SATA controller must have PCI address 0:0:1f.2");
                    }
                }
                case USB -> assignIch9Usb(controller);
                case PCI -> assignIch9Bridge(controller);
                default -> {}
            }
        }
        // The ISA bridge and the SMBus.
        reserve(new PciPlace(0, ICH9_SLOT, 0));
        reserve(new PciPlace(0, ICH9_SLOT, 3));
        assignVideo(ICH9_VIDEO_SLOT);
        assignIch9Sound();
    }

    /// The companions follow this part of the controller into its slot.
    private void assignIch9Usb(Controller controller) {
        if (!controller.is(ControllerModel.USB_ICH9_UHCI1) || !PciPlaces.isOpen(controller)) {
            return;
        }
        for (int slot : ICH9_USB_SLOTS) {
            if (!places.isSlotInUse(slot)) {
                var place = new PciPlace(0, slot, 0);
                reserve(place);
                places.moveTo(controller, place, Optional.of(true));
                return;
            }
        }
    }

    private void assignIch9Bridge(Controller controller) {
        if (controller.is(ControllerModel.PCI_DMI_TO_PCI_BRIDGE)
                && PciPlaces.isOpen(controller)
                && !places.isSlotInUse(ICH9_BRIDGE_SLOT)) {
            var place = new PciPlace(0, ICH9_BRIDGE_SLOT, 0);
            places.buses().reserve(place, EnumSet.of(PciConnection.DMI_TO_PCI_BRIDGE), 0);
            places.moveTo(controller, place, Optional.empty());
        }
    }

    private void assignIch9Sound() {
        for (Sound sound : devices.of(Sound.class)) {
            if (sound.model() != Sound.Model.ICH9 || !PciPlaces.isOpen(sound)) {
                continue;
            }
            if (!places.isSlotInUse(ICH9_SOUND_SLOT)) {
                var place = new PciPlace(0, ICH9_SOUND_SLOT, 0);
                reserve(place);
                places.moveTo(sound, place, Optional.empty());
            }
            return;
        }
    }
}
