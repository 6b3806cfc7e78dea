package dev.jvirt.documents.domain.completion;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Architectures;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Filesystem;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.MemoryAccess;
import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.documents.domain.Rng;
import dev.jvirt.documents.domain.Video;
import dev.jvirt.documents.domain.Vsock;
import java.util.Optional;
import java.util.OptionalInt;

/// Defaults of single devices that hold for every driver.
final class DeviceDefaults {
    private final CompletionSettings settings;

    DeviceDefaults(CompletionSettings settings) {
        this.settings = settings;
    }

    Device fill(Device device, DomainDefinition definition) {
        return switch (device) {
            case CharDevice chars -> character(chars, definition);
            case Rng rng -> random(rng);
            case Disk disk ->
                    DiskDefaults.fill(disk, definition, settings.has(DriverFeature.WIDE_SCSI));
            case Video video -> VideoDefaults.fill(video, definition.type());
            case HostDevice host ->
                    HostDeviceDefaults.fill(
                            host, definition, settings.has(DriverFeature.WIDE_SCSI));
            case Controller controller -> checked(controller);
            case Vsock vsock -> vsock(vsock);
            case MemoryDevice memory -> memory(memory, definition);
            case Filesystem filesystem -> filesystem(filesystem);
            default -> device;
        };
    }

    private static Device character(CharDevice chars, DomainDefinition definition) {
        return switch (chars.target()) {
            case CharTarget.Console console when console.type().isEmpty() ->
                    chars.withTarget(
                            new CharTarget.Console(
                                    Optional.of(CharTarget.ConsoleType.SERIAL), console.port()));
            case CharTarget.Serial serial -> {
                boolean debug =
                        serial.type().filter(t -> t == CharTarget.SerialType.ISA_DEBUG).isPresent();
                if (debug && !Architectures.isX86(definition.os().arch().orElse(""))) {
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "isa-debug serial type only valid on x86 architecture");
                }
                yield serial.port().isPresent()
                        ? chars
                        : chars.withTarget(SerialPorts.numbered(serial, lastPort(definition) + 1));
            }
            default -> chars;
        };
    }

    private static int lastPort(DomainDefinition definition) {
        int last = -1;
        for (CharDevice device : definition.devices().serials()) {
            if (device.target() instanceof CharTarget.Serial serial) {
                last = Math.max(last, serial.port().orElse(-1));
            }
        }
        return last;
    }

    private static Device random(Rng rng) {
        return rng.backend() instanceof Rng.RandomFile file && file.path().isEmpty()
                ? rng.withBackend(new Rng.RandomFile(Optional.of("/dev/random")))
                : rng;
    }

    private static Device checked(Controller controller) {
        boolean virtio =
                controller.is(ControllerModel.SCSI_VIRTIO_SCSI)
                        || controller.is(ControllerModel.SCSI_VIRTIO_TRANSITIONAL)
                        || controller.is(ControllerModel.SCSI_VIRTIO_NON_TRANSITIONAL);
        if (controller.driver().ioThread().isPresent() && !virtio) {
            throw new LibvirtException(
                    XML_ERROR, "'iothread' attribute only supported for virtio scsi controllers");
        }
        return controller;
    }

    private static Device vsock(Vsock vsock) {
        return vsock.autoCid().isPresent()
                ? vsock
                : vsock.withCid(Optional.of(vsock.cid().isEmpty()), vsock.cid());
    }

    private Device memory(MemoryDevice memory, DomainDefinition definition) {
        return switch (memory.model()) {
            case VIRTIO_PMEM ->
                    memory.access().isPresent() ? memory : memory.withAccess(MemoryAccess.SHARED);
            case NVDIMM ->
                    memory.uuid().isEmpty()
                                    && Architectures.isPpc64(definition.os().arch().orElse(""))
                            ? memory.withUuid(settings.uuids().get())
                            : memory;
            case DIMM, VIRTIO_MEM, SGX_EPC -> memory;
        };
    }

    private static Device filesystem(Filesystem filesystem) {
        var access = filesystem.access();
        if (access.mode().isPresent() || filesystem.source().socket().isPresent()) {
            return filesystem;
        }
        return filesystem.withAccess(
                new Filesystem.Access(
                        Optional.of(Filesystem.Mode.PASSTHROUGH),
                        access.model(),
                        access.multidevs(),
                        access.fileMode(),
                        access.directoryMode()));
    }

    static OptionalInt rounded(OptionalInt kibibytes) {
        if (kibibytes.isEmpty() || Integer.bitCount(kibibytes.getAsInt()) == 1) {
            return kibibytes;
        }
        return OptionalInt.of(Integer.highestOneBit(kibibytes.getAsInt()) << 1);
    }
}
