package dev.jvirt.tests.conformance;

import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Base64;

/// A folder of the corpus that is kept as one JSON object, written out while a case needs it.
///
/// Links in one folder may lead into another one beside it, so that all are written to the places
/// they had: `FAMILY/data/NAME.tree.json` to `FAMILY/data/NAME`, where links say `FAMILYdata`.
public final class FileTree implements AutoCloseable {
    private static final String SUFFIX = ".tree.json";

    private final Corpus corpus;
    private final Path root;

    /// No folder yet.
    public FileTree(Corpus corpus) {
        this.corpus = corpus;
        try {
            root = Files.createTempDirectory("conformance-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a folder out, and those to which its links lead.
    ///
    /// @param file the path of its JSON object in the corpus
    /// @return where it is now
    public Path write(String file) {
        String[] parts = file.split("/");
        String name = parts[2].substring(0, parts[2].length() - SUFFIX.length());
        Path folder = root.resolve(parts[0] + "data").resolve(name);
        if (!Files.exists(folder)) {
            try {
                Files.createDirectories(folder);
                var tree = (JsonObject) JsonValue.parse(corpus.read(file));
                for (var entry : tree.members().entrySet()) {
                    write(folder.resolve(entry.getKey()), (JsonObject) entry.getValue());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }

    private void write(Path path, JsonObject entry) throws IOException {
        if (entry.isTrue("dir")) {
            Files.createDirectories(path);
            return;
        }
        Path folder = path.resolveSibling("");
        Files.createDirectories(folder);
        if (entry.string("link").isPresent()) {
            Path target = Path.of(entry.string("link").get());
            Files.createSymbolicLink(path, target);
            writeOther(folder.resolve(target).normalize());
        } else if (entry.string("base64").isPresent()) {
            Files.write(path, Base64.getDecoder().decode(entry.string("base64").get()));
        } else {
            Files.writeString(path, entry.string("text").orElse(""));
        }
    }

    /// A link into another folder of the corpus needs that folder.
    private void writeOther(Path target) {
        Path inside = root.relativize(target);
        if (inside.getNameCount() > 1 && inside.getName(0).toString().endsWith("data")) {
            String family = inside.getName(0).toString();
            String file =
                    "%s/data/%s%s"
                            .formatted(
                                    family.substring(0, family.length() - "data".length()),
                                    inside.getName(1),
                                    SUFFIX);
            if (corpus.exists(file)) {
                write(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(root, new Deletion());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException error)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
