package dev.jvirt.base.store;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.file.AtomicFile;
import dev.jvirt.host.file.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A folder with one document for each object, and links to those that start with the host.
///
/// A document is whole or not there, whatever happens: see [AtomicFile].
public final class DefinitionStore {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.base.store");
    private static final String SUFFIX = ".xml";
    private static final int MODE = 0600;
    private static final String SHELL_SPECIAL = "\r\t\n !\"#$&'()*;<>?[\\]^`{|}~";

    private final Path folder;
    private final Path autostart;
    private final String editCommand;

    /// One document.
    ///
    /// @param name the object's name, by which the file is called
    public record Stored(String name, String xml) {}

    /// The documents of a folder.
    ///
    /// @param autostart the folder of links
    /// @param editCommand the command of virsh by which users change a document, for example `edit`
    public DefinitionStore(Path folder, Path autostart, String editCommand) {
        this.folder = folder;
        this.autostart = autostart;
        this.editCommand = editCommand;
    }

    /// All documents that can be read; what cannot is logged and left alone.
    public List<Stored> load() {
        var found = new ArrayList<Stored>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path entry : entries) {
                read(entry).ifPresent(found::add);
            }
        } catch (NoSuchFileException nothingYet) {
            return found;
        } catch (IOException failure) {
            throw failed("Failed to open dir '%s'".formatted(folder), failure);
        }
        return found;
    }

    private static Optional<Stored> read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            String name = file.getFileName().toString();
            return Optional.of(
                    new Stored(
                            name.substring(0, name.length() - SUFFIX.length()),
                            Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.ERROR, "cannot read {0}: {1}", file, failure);
            return Optional.empty();
        }
    }

    /// Writes a document in place of the one that was there.
    ///
    /// @param uuid stands for the name in the file's warning if a shell would not take the name as
    /// it is
    /// @throws LibvirtException SYSTEM_ERROR if it cannot be; the old one is still there then
    public void save(String name, UUID uuid, String xml) {
        write(name, " " + (isPlainWord(name) ? name : uuid), xml);
    }

    /// Writes the document of an object without UUID.
    ///
    /// @throws LibvirtException SYSTEM_ERROR if it cannot be; the old one is still there then
    public void save(String name, String xml) {
        write(name, isPlainWord(name) ? " " + name : "", xml);
    }

    /// Whether the name is one word to a shell, and can stand in a comment.
    private static boolean isPlainWord(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (SHELL_SPECIAL.indexOf(name.charAt(i)) >= 0) {
                return false;
            }
        }
        return !name.contains("--");
    }

    private void write(String name, String operand, String xml) {
        Path file = file(name);
        try {
            Files.createDirectories(folder);
            AtomicFile.write(file, warning(operand) + xml, MODE);
        } catch (IOException failure) {
            throw failed("cannot write config file '%s'".formatted(file), failure);
        }
    }

    private String warning(String operand) {
        return """
        <!--
        WARNING: THIS IS AN AUTO-GENERATED FILE. CHANGES TO IT ARE LIKELY TO BE
        OVERWRITTEN AND LOST. Changes to this xml configuration should be made using:
          virsh %s%s
        or other application using the libvirt API.
        -->

        """
                .formatted(editCommand, operand);
    }

    /// Whether there is a document of that name.
    public boolean has(String name) {
        return Files.exists(file(name));
    }

    /// Removes a document and its link.
    ///
    /// @throws LibvirtException SYSTEM_ERROR if it cannot be
    public void remove(String name) {
        try {
            Files.deleteIfExists(link(name));
            Files.deleteIfExists(file(name));
        } catch (IOException failure) {
            throw failed("cannot remove config %s".formatted(file(name)), failure);
        }
    }

    /// Whether the object starts with the host: whether there is a link to its document.
    public boolean isAutostart(String name) {
        try {
            return Files.readSymbolicLink(link(name)).equals(file(name));
        } catch (IOException | UnsupportedOperationException none) {
            return false;
        }
    }

    /// Makes or removes the link.
    ///
    /// @throws LibvirtException SYSTEM_ERROR if it cannot be
    public void autostart(String name, boolean wanted) {
        try {
            Files.deleteIfExists(link(name));
            if (wanted) {
                Files.createDirectories(autostart);
                Files.createSymbolicLink(link(name), file(name));
            }
        } catch (IOException failure) {
            throw failed(
                    "Failed to create symlink '%s' to '%s'".formatted(link(name), file(name)),
                    failure);
        }
    }

    /// Where the document of that name is.
    ///
    /// @throws LibvirtException XML_ERROR if it would be in another folder
    public Path file(String name) {
        if (name.contains("/")) {
            throw new LibvirtException(
                    ErrorCode.XML_ERROR, "name %s cannot contain '/'".formatted(name));
        }
        return folder.resolve(name + SUFFIX);
    }

    private Path link(String name) {
        return autostart.resolve(file(name).getFileName());
    }

    private static LibvirtException failed(String detail, IOException cause) {
        return new LibvirtException(
                ErrorCode.SYSTEM_ERROR, detail + ": " + Reason.of(cause), cause);
    }
}
