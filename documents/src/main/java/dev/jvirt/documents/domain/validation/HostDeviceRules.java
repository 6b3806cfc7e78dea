package dev.jvirt.documents.domain.validation;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;
import static dev.jvirt.documents.domain.validation.Refuse.when;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.DiskPolicy;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.Teaming;
import java.util.Optional;

/// Rules of devices that are passed through.
final class HostDeviceRules {
    private HostDeviceRules() {}

    static void check(HostDevice device) {
        checkAddress(device.source(), device.info().address());
        device.teaming().ifPresent(t -> check(t, device.source()));
    }

    private static void checkAddress(HostDeviceSource source, Optional<Address> given) {
        if (given.isEmpty()) {
            checkRights(source);
            return;
        }
        var address = given.get();
        switch (source) {
            case HostDeviceSource.Pci _ ->
                    when(
                            !(address instanceof Address.Pci)
                                    && !(address instanceof Address.Unassigned),
                            INTERNAL_ERROR,
                            "PCI host devices must use 'pci' or 'unassigned' address type");
            case HostDeviceSource.ScsiUnit _, HostDeviceSource.Iscsi _ -> {
                unsupportedWhen(
                        !(address instanceof Address.Drive),
                        "SCSI host device must use 'drive' address type");
                checkRights(source);
            }
            case HostDeviceSource.ScsiHost _ ->
                    unsupportedWhen(
                            !(address instanceof Address.Pci) && !(address instanceof Address.Ccw),
                            "SCSI_host host device must use 'pci' or 'ccw' address type");
            case HostDeviceSource.Usb _ ->
                    unsupportedWhen(
                            !(address instanceof Address.Usb),
                            "USB host device must use 'usb' address type");
            case HostDeviceSource.Mediated _, HostDeviceSource.Capability _ -> {}
        }
    }

    private static void checkRights(HostDeviceSource source) {
        var rights =
                switch (source) {
                    case HostDeviceSource.ScsiUnit unit -> Optional.of(unit.rights());
                    case HostDeviceSource.Iscsi iscsi -> Optional.of(iscsi.rights());
                    default -> Optional.<HostDeviceSource.Rights>empty();
                };
        unsupportedWhen(
                rights.flatMap(HostDeviceSource.Rights::sgIo)
                        .filter(s -> s == DiskPolicy.SgIo.UNFILTERED)
                        .isPresent(),
                "unfiltered sgio is no longer supported");
    }

    private static void check(Teaming teaming, HostDeviceSource source) {
        unsupportedWhen(
                teaming.type() != Teaming.Type.TRANSIENT,
                "teaming hostdev devices must have type='transient'");
        unsupportedWhen(
                teaming.persistent().isEmpty(),
                "missing required persistent attribute in hostdev teaming element");
        unsupportedWhen(
                !(source instanceof HostDeviceSource.Pci),
                "teaming is only supported for pci hostdev devices");
    }
}
