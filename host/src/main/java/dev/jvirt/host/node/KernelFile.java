package dev.jvirt.host.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The small files of `/proc` and `/sys`.
final class KernelFile {
    private KernelFile() {}

    /// Its text without the last line break; empty if there is no such file.
    static Optional<String> text(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
        } catch (NoSuchFileException | NotDirectoryException missing) {
            return Optional.empty();
        }
    }

    /// The number in it; empty if there is no such file.
    static OptionalLong number(Path file) throws IOException {
        Optional<String> text = text(file);
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(number(file, text.get()));
    }

    private static long number(Path file, String text) throws IOException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw malformed(file, text);
        }
    }

    /// The hexadecimal number in it; empty if there is no such file.
    static OptionalLong mask(Path file) throws IOException {
        Optional<String> text = text(file);
        try {
            return text.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseUnsignedLong(text.get(), 16));
        } catch (NumberFormatException malformed) {
            throw malformed(file, text.orElse(""));
        }
    }

    /// The list of numbers in it; empty if there is no such file.
    static Optional<CpuSet> cpus(Path file) throws IOException {
        Optional<String> text = text(file);
        try {
            return text.map(CpuSet::parse);
        } catch (IllegalArgumentException malformed) {
            throw malformed(file, text.orElse(""));
        }
    }

    /// The numbers after `prefix` in the names of a folder, in their order; none if there is no
    /// such folder.
    static List<Integer> numbered(Path folder, String prefix) throws IOException {
        return names(folder, prefix).stream()
                .filter(rest -> !rest.isEmpty() && rest.length() < 10)
                .filter(rest -> rest.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    /// What follows after `prefix` in the names of a folder; nothing if there is no such folder.
    static List<String> names(Path folder, String prefix) throws IOException {
        var names = new ArrayList<String>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, prefix + "*")) {
            for (Path entry : entries) {
                names.add(entry.getFileName().toString().substring(prefix.length()));
            }
        } catch (NoSuchFileException | NotDirectoryException missing) {
            return List.of();
        }
        return names;
    }

    private static IOException malformed(Path file, String text) {
        return new IOException("unexpected content of file '%s': '%s'".formatted(file, text));
    }
}
