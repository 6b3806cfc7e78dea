package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Firmware;
import dev.jvirt.host.file.AtomicFile;
import dev.jvirt.host.file.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Makes the files in which firmware keeps its variables.
final class FirmwareVariables {
    private static final int MODE = 0600;

    private FirmwareVariables() {}

    /// Makes the file of a domain from its template, unless it is there.
    ///
    /// @param reset whether one that is there is made anew
    static void create(DomainDefinition live, boolean reset) {
        Optional<Path> file = NvramFile.of(live);
        if (file.isEmpty() || (Files.exists(file.get()) && !reset)) {
            return;
        }
        Path template =
                live.os()
                        .firmware()
                        .nvram()
                        .flatMap(Firmware.NvramStore::template)
                        .map(Path::of)
                        .orElseThrow(() -> noTemplate(live));
        try {
            AtomicFile.write(file.get(), Files.readAllBytes(template), MODE);
        } catch (IOException failure) {
            throw new LibvirtException(
                    ErrorDomain.QEMU,
                    ErrorCode.SYSTEM_ERROR,
                    "Failed to create file '%s' from '%s': %s"
                            .formatted(file.get(), template, Reason.of(failure)),
                    failure);
        }
    }

    private static LibvirtException noTemplate(DomainDefinition live) {
        String loader = live.os().firmware().loader().flatMap(Firmware.Loader::path).orElse("");
        return QemuErrors.error(
                ErrorCode.OPERATION_FAILED,
                "unable to find any master var store for loader: %s".formatted(loader));
    }
}
