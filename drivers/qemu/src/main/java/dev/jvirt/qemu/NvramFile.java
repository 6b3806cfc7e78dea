package dev.jvirt.qemu;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Firmware;
import dev.jvirt.documents.domain.StorageLocation;
import java.nio.file.Path;
import java.util.Optional;

/// Where the firmware of a domain keeps its variables, if that is a file.
final class NvramFile {
    private NvramFile() {}

    static Optional<Path> of(DomainDefinition definition) {
        return definition
                .os()
                .firmware()
                .nvram()
                .flatMap(Firmware.NvramStore::source)
                .filter(source -> source.location() instanceof StorageLocation.File)
                .flatMap(source -> source.path())
                .map(Path::of);
    }
}
