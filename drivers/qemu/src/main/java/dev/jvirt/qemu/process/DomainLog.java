package dev.jvirt.qemu.process;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.file.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/// The log file of one domain: what we did with it, and everything its QEMU printed.
public final class DomainLog {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /// What of QEMU's words goes into an error message.
    private static final int ERROR_LIMIT = 1024;

    private final Path file;

    /// The log of the domain of that name.
    public DomainLog(Path folder, String domain) {
        file = folder.resolve(domain + ".log");
    }

    /// Where it is.
    public Path file() {
        return file;
    }

    /// Creates the file if it is missing, and its folder.
    ///
    /// @param truncate whether what is in it goes away, because nobody rotates the logs of a
    /// session
    public void open(boolean truncate) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException failure) {
            throw failure("cannot create log directory %s".formatted(file.getParent()), failure);
        }
        try (var channel =
                FileChannel.open(
                        file,
                        Set.of(
                                StandardOpenOption.WRITE,
                                StandardOpenOption.CREATE,
                                LinkOption.NOFOLLOW_LINKS),
                        OWNER_ONLY)) {
            if (truncate) {
                channel.truncate(0);
            }
        } catch (IOException failure) {
            throw failure("failed to create logfile %s".formatted(file), failure);
        }
    }

    /// Appends a line that begins with the time.
    public void stamped(Instant when, String line) {
        append(stamp(when) + ": " + line + "\n");
    }

    /// A time as lines begin with it.
    static String stamp(Instant when) {
        return STAMP.format(when);
    }

    /// Appends text as it is.
    public void append(String text) {
        try (var channel =
                FileChannel.open(
                        file,
                        Set.of(
                                StandardOpenOption.APPEND,
                                StandardOpenOption.CREATE,
                                LinkOption.NOFOLLOW_LINKS),
                        OWNER_ONLY)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException failure) {
            throw failure("failed to create logfile %s".formatted(file), failure);
        }
    }

    /// Where the next line will stand.
    public long position() {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            return 0;
        }
    }

    /// What QEMU said since `position`, as far as it fits into an error message; empty if it said
    /// nothing.
    public String since(long position) {
        String text = read(position);
        var kept = new StringBuilder(text.length());
        for (String line : text.lines().toList()) {
            if (!line.contains("char device redirected to")) {
                kept.append(line).append('\n');
            }
        }
        while (!kept.isEmpty() && kept.charAt(kept.length() - 1) == '\n') {
            kept.setLength(kept.length() - 1);
        }
        return tail(kept.toString());
    }

    private String read(long position) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long start = Math.max(position, channel.size() - 64 * 1024);
            var bytes = ByteBuffer.allocate((int) Math.max(0, channel.size() - start));
            channel.read(bytes, start);
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String tail(String text) {
        if (text.length() <= ERROR_LIMIT) {
            return text;
        }
        String end = text.substring(text.length() - ERROR_LIMIT);
        int line = end.indexOf('\n');
        return line >= 0 && line + 1 < end.length() ? end.substring(line + 1) : end;
    }

    /// Removes the log and what was rotated away of it.
    public void remove() {
        try (var entries = Files.newDirectoryStream(file.getParent(), file.getFileName() + "*")) {
            for (Path entry : entries) {
                if (isOurs(entry.getFileName().toString())) {
                    Files.deleteIfExists(entry);
                }
            }
        } catch (NoSuchFileException gone) {
            return;
        } catch (IOException failure) {
            throw failure("failed to remove logs of '%s'".formatted(file), failure);
        }
    }

    private boolean isOurs(String entry) {
        String name = file.getFileName().toString();
        if (entry.equals(name)) {
            return true;
        }
        String rotation = entry.substring(name.length());
        return rotation.length() > 1
                && rotation.charAt(0) == '.'
                && rotation.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    private static LibvirtException failure(String detail, IOException cause) {
        return new LibvirtException(
                ErrorCode.SYSTEM_ERROR, detail + ": " + Reason.of(cause), cause);
    }
}
