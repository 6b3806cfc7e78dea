package dev.jvirt.virsh.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads files that the user names.
public final class FileTexts {
    /// The largest document that a command takes.
    private static final int MAX_DOCUMENT = 10 * 1024 * 1024;

    private FileTexts() {}

    /// The text of a file with a document.
    ///
    /// @param name as the user gave it
    /// @throws CommandFailure if it cannot be read
    public static String read(Shell shell, String name) {
        Path path = shell.resolve(name);
        InputStream file;
        try {
            file = Files.newInputStream(path);
        } catch (IOException e) {
            throw new CommandFailure("Failed to open file '" + name + "': " + reason(e));
        }
        try (file) {
            var text = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            for (int read = file.read(part); read >= 0; read = file.read(part)) {
                text.write(part, 0, read);
                if (text.size() >= MAX_DOCUMENT) {
                    throw new IOException("Value too large for defined data type");
                }
            }
            return text.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandFailure("Failed to read file '" + name + "': " + reason(e));
        }
    }

    /// What is in a file.
    ///
    /// @param name as the user gave it
    /// @param most bytes that it may have
    /// @throws CommandFailure if it cannot be read or has more
    public static byte[] bytes(Shell shell, String name, int most) {
        InputStream file;
        try {
            file = Files.newInputStream(shell.resolve(name));
        } catch (IOException e) {
            throw new CommandFailure("Failed to open file '" + name + "': " + reason(e));
        }
        try (file) {
            byte[] bytes = file.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException("Value too large for defined data type");
            }
            return bytes;
        } catch (IOException e) {
            throw new CommandFailure("Failed to read file '" + name + "': " + reason(e));
        }
    }

    /// The system's words for what went wrong.
    public static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "No such file or directory";
            case AccessDeniedException denied -> "Permission denied";
            case NotDirectoryException file -> "Not a directory";
            case FileSystemException other -> text(other.getReason());
            default -> text(e.getMessage());
        };
    }

    private static String text(@Nullable String message) {
        return message == null ? "Input/output error" : message;
    }
}
