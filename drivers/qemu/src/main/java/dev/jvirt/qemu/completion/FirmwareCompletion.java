package dev.jvirt.qemu.completion;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Firmware;
import dev.jvirt.documents.domain.StorageFormat;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.StorageSource;
import java.util.Map;
import java.util.Optional;

/// Where firmware that is flashed keeps its variables.
final class FirmwareCompletion {
    private FirmwareCompletion() {}

    static DomainDefinition fill(
            DomainDefinition given, DefinitionSettings settings, boolean updateAbi) {
        var definition = updateAbi ? given : withoutIdleFeatures(given);
        var os = definition.os();
        if (os.kernel().bootloader().isPresent() || os.kernel().bootloaderArgs().isPresent()) {
            throw new LibvirtException(CONFIG_UNSUPPORTED, "bootloader is not supported by QEMU");
        }
        var firmware = os.firmware();
        var store = firmware.nvram();
        boolean hasPath = store.flatMap(Firmware.NvramStore::source).isPresent();
        if (!isReadOnlyFlash(firmware) || hasPath) {
            return definition;
        }
        String path = "%s/%s_VARS.fd".formatted(settings.nvramFolder(), definition.name());
        var source =
                StorageSource.of(new StorageLocation.File(path), Optional.of(StorageFormat.RAW));
        var filled =
                new Firmware.NvramStore(
                        store.flatMap(Firmware.NvramStore::template), Optional.of(source), false);
        return definition.withOs(os.withFirmware(firmware.withNvram(filled)));
    }

    /// Once, features of firmware were accepted and forgotten where no firmware was looked for.
    private static DomainDefinition withoutIdleFeatures(DomainDefinition definition) {
        var firmware = definition.os().firmware();
        return firmware.automatic().isPresent() || firmware.features().isEmpty()
                ? definition
                : definition.withOs(definition.os().withFirmware(firmware.withFeatures(Map.of())));
    }

    private static boolean isReadOnlyFlash(Firmware firmware) {
        var loader = firmware.loader();
        return loader.filter(l -> l.type().filter(Firmware.LoaderType.PFLASH::equals).isPresent())
                        .filter(l -> l.readOnly().orElse(false))
                        .filter(l -> l.path().isPresent())
                        .isPresent()
                && !loader.get().stateless().orElse(false);
    }
}
