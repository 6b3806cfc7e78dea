package dev.jvirt.documents.domain.validation;

import static dev.jvirt.api.ErrorCode.XML_DETAIL;
import static dev.jvirt.documents.domain.validation.Refuse.when;

import dev.jvirt.documents.domain.Firmware;
import java.util.Optional;

/// Rules of firmware.
final class FirmwareRules {
    private FirmwareRules() {}

    static void check(Firmware firmware, boolean autoselect) {
        if (firmware.automatic().isPresent()) {
            refuse(!autoselect, "firmware auto selection not implemented for this driver");
            checkAutomatic(firmware, firmware.automatic().get());
        } else {
            refuse(
                    !firmware.features().isEmpty(),
                    "cannot use feature-based firmware autoselection when firmware autoselection is"
                            + " disabled");
            boolean any = firmware.loader().isPresent() || firmware.nvram().isPresent();
            refuse(
                    any && firmware.loader().flatMap(Firmware.Loader::path).isEmpty(),
                    "no loader path specified and firmware auto selection disabled");
        }
        checkStateless(firmware);
    }

    private static void refuse(boolean wrong, String message) {
        when(wrong, XML_DETAIL, message);
    }

    private static void checkAutomatic(Firmware firmware, Firmware.Kind kind) {
        var loader = firmware.loader();
        refuseLoader(
                loader.flatMap(Firmware.Loader::readOnly).isPresent(),
                "loader attribute 'readonly'");
        refuseLoader(loader.flatMap(Firmware.Loader::type).isPresent(), "loader attribute 'type'");
        refuseLoader(loader.flatMap(Firmware.Loader::path).isPresent(), "loader path");
        refuseLoader(template(firmware).isPresent(), "nvram attribute 'template'");
        refuseLoader(
                !loader.flatMap(Firmware.Loader::secure).orElse(true), "loader attribute 'secure'");
        refuse(
                store(firmware) && kind != Firmware.Kind.EFI,
                "firmware type '%s' does not support nvram".formatted(kind.word()));
    }

    private static void refuseLoader(boolean wrong, String what) {
        refuse(
                wrong,
                "%s cannot be specified when firmware autoselection is enabled".formatted(what));
    }

    private static Optional<String> template(Firmware firmware) {
        return firmware.nvram().flatMap(Firmware.NvramStore::template);
    }

    private static boolean store(Firmware firmware) {
        return firmware.nvram().flatMap(Firmware.NvramStore::source).isPresent();
    }

    private static void checkStateless(Firmware firmware) {
        var stateless = firmware.loader().flatMap(Firmware.Loader::stateless);
        if (stateless.isEmpty()) {
            return;
        }
        if (stateless.get()) {
            refuse(
                    template(firmware).isPresent(),
                    "NVRAM template is not permitted when loader is stateless");
            refuse(store(firmware), "NVRAM is not permitted when loader is stateless");
        } else if (firmware.automatic().isEmpty()) {
            refuse(
                    firmware.loader()
                            .flatMap(Firmware.Loader::type)
                            .filter(t -> t == Firmware.LoaderType.PFLASH)
                            .isEmpty(),
                    "Only pflash loader type permits NVRAM");
        } else {
            refuse(
                    firmware.automatic().get() != Firmware.Kind.EFI,
                    "Only EFI firmware permits NVRAM");
        }
    }
}
