package dev.jvirt.qemu.process;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.file.Reason;
import dev.jvirt.host.io.ListeningUnixSocket;
import dev.jvirt.host.process.ProgramStart;
import dev.jvirt.qemu.command.Descriptor;
import dev.jvirt.qemu.command.PassedDescriptor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// What a QEMU inherits: opened here, handed over, and closed again when it has started.
final class StartDescriptors implements AutoCloseable {
    private static final int BACKLOG = 1;
    private static final int SOCKET_MODE = 0700;
    private static final int LOG_MODE = 0600;

    private final List<dev.jvirt.host.io.Descriptor> open = new ArrayList<>();

    /// Opens everything and has `program` inherit it.
    ///
    /// @throws LibvirtException naming what cannot be opened
    void pass(List<PassedDescriptor> wanted, LiveFiles files, ProgramStart program) {
        for (PassedDescriptor one : wanted) {
            program.inherit(one.number(), open(one.descriptor(), files));
        }
    }

    /// Opens the log as standard output and standard error.
    void passLog(DomainLog log, ProgramStart program) {
        dev.jvirt.host.io.Descriptor file = append(log.file());
        program.output(file).errors(file);
    }

    private dev.jvirt.host.io.Descriptor open(Descriptor descriptor, LiveFiles files) {
        return switch (descriptor) {
            case Descriptor.Monitor _ -> listen(files.monitor());
            case Descriptor.CharListener listener -> listen(Path.of(listener.path()));
            case Descriptor.CharFile file -> write(Path.of(file.path()), file.append());
            case Descriptor.CharLog log -> write(Path.of(log.path()), log.append());
            case Descriptor.Tap _,
                    Descriptor.VhostNet _,
                    Descriptor.Vdpa _,
                    Descriptor.VhostScsi _,
                    Descriptor.VhostVsock _,
                    Descriptor.TpmDevice _,
                    Descriptor.TpmCancel _,
                    Descriptor.VhostUserGpu _ ->
                    throw new LibvirtException(
                            ErrorCode.CONFIG_UNSUPPORTED,
                            "this driver cannot pass %s to QEMU"
                                    .formatted(descriptor.getClass().getSimpleName()));
        };
    }

    private dev.jvirt.host.io.Descriptor listen(Path socket) {
        try {
            return keep(ListeningUnixSocket.open(socket, SOCKET_MODE, BACKLOG).descriptor());
        } catch (IOException failure) {
            throw failed("Unable to bind to UNIX socket path '%s'".formatted(socket), failure);
        }
    }

    private dev.jvirt.host.io.Descriptor write(Path file, boolean append) {
        if (!append) {
            truncate(file);
        }
        return append(file);
    }

    private dev.jvirt.host.io.Descriptor append(Path file) {
        try {
            return keep(dev.jvirt.host.io.Descriptor.openForAppending(file, LOG_MODE));
        } catch (IOException failure) {
            throw failed("Unable to open file '%s'".formatted(file), failure);
        }
    }

    private static void truncate(Path file) {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            channel.truncate(0);
        } catch (IOException failure) {
            throw failed("Unable to open file '%s'".formatted(file), failure);
        }
    }

    private dev.jvirt.host.io.Descriptor keep(dev.jvirt.host.io.Descriptor descriptor) {
        open.add(descriptor);
        return descriptor;
    }

    private static LibvirtException failed(String detail, IOException cause) {
        return new LibvirtException(
                ErrorCode.SYSTEM_ERROR, detail + ": " + Reason.of(cause), cause);
    }

    @Override
    public void close() {
        open.forEach(dev.jvirt.host.io.Descriptor::close);
        open.clear();
    }
}
