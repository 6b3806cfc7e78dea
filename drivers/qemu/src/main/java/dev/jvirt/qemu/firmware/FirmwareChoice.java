package dev.jvirt.qemu.firmware;

import static dev.jvirt.api.ErrorCode.OPERATION_FAILED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Features;
import dev.jvirt.documents.domain.Firmware;
import dev.jvirt.documents.domain.LaunchSecurity;
import dev.jvirt.documents.domain.StorageFormat;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.StorageSource;
import java.util.List;
import java.util.Optional;

/// Chooses firmware for a domain that only says what kind it wants.
public final class FirmwareChoice {
    private static final int SEV_ES = 1 << 2;

    private final DomainDefinition definition;
    private final Firmware wanted;

    private FirmwareChoice(DomainDefinition definition) {
        this.definition = definition;
        this.wanted = definition.os().firmware();
    }

    /// The domain with the first firmware that satisfies it.
    ///
    /// @param variables where the firmware keeps its variables if the document does not say
    public static DomainDefinition fill(
            DomainDefinition definition, List<FirmwareDescriptor> descriptors, String variables) {
        var automatic = definition.os().firmware().automatic();
        if (automatic.isEmpty()) {
            return definition;
        }
        var choice = new FirmwareChoice(definition);
        for (FirmwareDescriptor descriptor : descriptors) {
            if (choice.accepts(descriptor)) {
                return choice.with(descriptor, variables);
            }
        }
        throw new LibvirtException(
                OPERATION_FAILED,
                "Unable to find any firmware to satisfy '%s'".formatted(automatic.get().word()));
    }

    private boolean accepts(FirmwareDescriptor firmware) {
        var kind =
                wanted.automatic().get() == Firmware.Kind.EFI
                        ? FirmwareDescriptor.Interface.UEFI
                        : FirmwareDescriptor.Interface.BIOS;
        return firmware.interfaces().contains(kind)
                && runsHere(firmware)
                && sleeps(firmware)
                && isSecure(firmware)
                && isMapped(firmware)
                && isEncrypted(firmware);
    }

    private boolean runsHere(FirmwareDescriptor firmware) {
        return firmware.isFor(
                definition.os().arch().orElse(""), definition.os().machine().orElse(""));
    }

    private boolean sleeps(FirmwareDescriptor firmware) {
        var lifecycle = definition.lifecycle();
        return (!lifecycle.suspendToMemory().orElse(false) || firmware.has(FirmwareFeature.ACPI_S3))
                && (!lifecycle.suspendToDisk().orElse(false)
                        || firmware.has(FirmwareFeature.ACPI_S4));
    }

    private boolean isSecure(FirmwareDescriptor firmware) {
        boolean smm = firmware.has(FirmwareFeature.REQUIRES_SMM);
        if (!definition.features().state(Features.Name.SMM).orElse(true) && smm) {
            return false;
        }
        var loader = wanted.loader();
        if (loader.flatMap(Firmware.Loader::secure).orElse(false) && !smm) {
            return false;
        }
        return agrees(Firmware.Feature.SECURE_BOOT, firmware.has(FirmwareFeature.SECURE_BOOT))
                && agrees(
                        Firmware.Feature.ENROLLED_KEYS,
                        firmware.has(FirmwareFeature.ENROLLED_KEYS));
    }

    private boolean agrees(Firmware.Feature feature, boolean present) {
        Boolean asked = wanted.features().get(feature);
        return asked == null || asked == present;
    }

    /// Firmware with variables needs its own file for them, firmware without must be wanted.
    private boolean isMapped(FirmwareDescriptor firmware) {
        var stateless = wanted.loader().flatMap(Firmware.Loader::stateless);
        return switch (firmware.mapping()) {
            case FirmwareMapping.Flash flash ->
                    switch (flash.mode()) {
                        case SPLIT -> !stateless.orElse(false);
                        case STATELESS -> stateless.orElse(false);
                        case COMBINED -> false;
                    };
            case FirmwareMapping.Memory _ -> stateless.orElse(true);
            case FirmwareMapping.Kernel _ -> false;
        };
    }

    private boolean isEncrypted(FirmwareDescriptor firmware) {
        return switch (definition.security().launch().orElse(null)) {
            case LaunchSecurity.Sev sev ->
                    firmware.has(FirmwareFeature.AMD_SEV)
                            && ((sev.policy() & SEV_ES) == 0
                                    || firmware.has(FirmwareFeature.AMD_SEV_ES));
            case LaunchSecurity.S390Pv _ -> true;
            case null -> true;
        };
    }

    private DomainDefinition with(FirmwareDescriptor firmware, String variables) {
        boolean smm = firmware.has(FirmwareFeature.REQUIRES_SMM);
        boolean flash = firmware.mapping() instanceof FirmwareMapping.Flash;
        var stateless = wanted.loader().flatMap(Firmware.Loader::stateless);
        var loader =
                new Firmware.Loader(
                        Optional.of(firmware.mapping().code()),
                        Optional.of(flash ? Firmware.LoaderType.PFLASH : Firmware.LoaderType.ROM),
                        flash ? Optional.of(true) : Optional.empty(),
                        smm ? Optional.of(true) : wanted.loader().flatMap(Firmware.Loader::secure),
                        stateless);
        var filled = wanted.withLoader(loader);
        var variablesTemplate = firmware.mapping().variables();
        if (variablesTemplate.isPresent()) {
            filled = filled.withNvram(store(variablesTemplate.get(), variables));
        }
        var changed = definition.withOs(definition.os().withFirmware(filled));
        return smm
                ? changed.withFeatures(changed.features().with(Features.Name.SMM, true))
                : changed;
    }

    private Firmware.NvramStore store(String template, String variables) {
        var source =
                wanted.nvram()
                        .flatMap(Firmware.NvramStore::source)
                        .orElseGet(
                                () ->
                                        StorageSource.of(
                                                new StorageLocation.File(variables),
                                                Optional.of(StorageFormat.RAW)));
        boolean typed = wanted.nvram().filter(Firmware.NvramStore::typed).isPresent();
        return new Firmware.NvramStore(Optional.of(template), Optional.of(source), typed);
    }
}
