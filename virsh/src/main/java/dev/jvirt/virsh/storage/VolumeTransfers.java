package dev.jvirt.virsh.storage;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.Stream;
import dev.jvirt.api.storage.StorageVolumeDownloadFlag;
import dev.jvirt.api.storage.StorageVolumeUploadFlag;
import dev.jvirt.api.stream.SparseFileSink;
import dev.jvirt.api.stream.ZeroBlockSource;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The commands that carry the data of volumes.
record VolumeTransfers(Hypervisor hypervisor) {
    private static Command.Builder options(Command.Builder begun, NamedVolumes volumes) {
        return begun.option(volumes.option())
                .option(Option.data("file", "the file"))
                .option(volumes.pool())
                .option(Option.number("offset", "where in the volume to begin"))
                .option(Option.number("length", "how many bytes, 0 for all"))
                .flag("sparse", "leave out what is empty");
    }

    /// The part of a volume that is carried.
    ///
    /// @param length 0 for all that is left
    private record Part(long offset, long length) {
        static Part of(Words words) {
            return new Part(
                    words.wrappingNumber("offset").orElse(0),
                    words.wrappingNumber("length").orElse(0));
        }
    }

    Command upload() {
        var begun =
                command("vol-upload", "write a file into a volume")
                        .description("Write what is in a file into a volume");
        return options(begun, new NamedVolumes(hypervisor)).run(this::upload);
    }

    private void upload(Words words) {
        Part part = Part.of(words);
        StorageVolume volume = new NamedVolumes(hypervisor).find(words);
        String name = volume.name();
        String file = words.require("file");
        Path path = hypervisor.shell().resolve(file);
        boolean sparse = words.has("sparse");
        Flags<StorageVolumeUploadFlag> flags =
                sparse ? Flags.of(StorageVolumeUploadFlag.SPARSE_STREAM) : Flags.none();
        try (FileChannel channel = open(path, file)) {
            Stream opened =
                    Attempt.get(
                            "cannot upload to volume " + name,
                            () -> volume.upload(part.offset(), part.length(), flags));
            try (Stream stream = opened) {
                Attempt.to(
                        "cannot send data to volume " + name,
                        () -> {
                            if (sparse) {
                                stream.sparseSendAll(new ZeroBlockSource(channel));
                            } else {
                                stream.sendAll(channel::read);
                            }
                        });
                Attempt.to("cannot close volume " + name, stream::finish);
            }
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + file + ": " + FileTexts.reason(e));
        }
    }

    private static FileChannel open(Path path, String file) {
        try {
            return FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            // C tells of this file by its name alone.
            throw new CommandFailure("cannot read " + file);
        }
    }

    Command download() {
        var begun =
                command("vol-download", "write a volume into a file")
                        .description("Write what is in a volume into a file");
        return options(begun, new NamedVolumes(hypervisor)).run(this::download);
    }

    private void download(Words words) {
        Part part = Part.of(words);
        StorageVolume volume = new NamedVolumes(hypervisor).find(words);
        String file = words.require("file");
        Path path = hypervisor.shell().resolve(file);
        boolean created = !Files.exists(path);
        boolean complete = false;
        try (FileChannel channel = create(path, file)) {
            receive(volume, part, words.has("sparse"), channel);
            complete = true;
        } catch (IOException e) {
            throw new CommandFailure("cannot close file " + file);
        } finally {
            if (created && !complete) {
                remove(path);
            }
        }
    }

    private static void receive(
            StorageVolume volume, Part part, boolean sparse, FileChannel channel) {
        String name = volume.name();
        Flags<StorageVolumeDownloadFlag> flags =
                sparse ? Flags.of(StorageVolumeDownloadFlag.SPARSE_STREAM) : Flags.none();
        Stream opened =
                Attempt.get(
                        "cannot download from volume " + name,
                        () -> volume.download(part.offset(), part.length(), flags));
        try (Stream stream = opened) {
            Attempt.to(
                    "cannot receive data from volume " + name,
                    () -> {
                        if (sparse) {
                            stream.sparseReceiveAll(new SparseFileSink(channel));
                        } else {
                            stream.receiveAll(channel::write);
                        }
                    });
            Attempt.to("cannot close volume " + name, stream::finish);
        }
    }

    private static FileChannel create(Path path, String file) {
        try {
            return FileChannel.open(
                    path,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailure("cannot create " + file);
        }
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new CommandFailure("cannot remove " + path + ": " + FileTexts.reason(e));
        }
    }
}
