package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// `<driver>` and `<binary>` of a [Filesystem].
public record FilesystemDriver(
        Optional<Type> type,
        Optional<StorageFormat> format,
        boolean immediateWriteout,
        OptionalLong queueSize,
        Binary binary,
        VirtioOptions virtio) {
    /// Who serves the file system.
    public enum Type implements Word {
        PATH,
        HANDLE,
        LOOP,
        NBD,
        PLOOP,
        VIRTIOFS
    }

    /// `<binary>`: how virtiofsd is run.
    public record Binary(
            Optional<String> path,
            Optional<Boolean> xattr,
            Optional<CacheMode> cache,
            Optional<SandboxMode> sandbox,
            Optional<Boolean> posixLock,
            Optional<Boolean> flock,
            OptionalInt threadPoolSize) {
        static final Binary NONE =
                new Binary(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty());

        static Binary parse(Element binary) {
            var lock = binary.child("lock");
            return new Binary(
                    binary.attribute("path").map(Paths::sanitize),
                    binary.onOff("xattr"),
                    binary.child("cache").flatMap(c -> c.choice("mode", CacheMode.class)),
                    binary.child("sandbox").flatMap(c -> c.choice("mode", SandboxMode.class)),
                    lock.flatMap(l -> l.onOff("posix")),
                    lock.flatMap(l -> l.onOff("flock")),
                    binary.child("thread_pool")
                            .flatMap(t -> t.attribute("size"))
                            .map(Binary::threads)
                            .orElse(OptionalInt.empty()));
        }

        private static OptionalInt threads(String text) {
            OptionalLong number = Numbers.parse(text, 10);
            if (number.isEmpty()) {
                throw new LibvirtException(
                        XML_ERROR,
                        "cannot parse thread pool size '%s' for virtiofs".formatted(text));
            }
            return number.getAsLong() < 0
                    ? OptionalInt.empty()
                    : OptionalInt.of((int) number.getAsLong());
        }

        void format(XmlWriter out) {
            out.startOptional("binary").attribute("path", path).onOff("xattr", xattr);
            out.startOptional("cache").word("mode", cache).end();
            out.startOptional("sandbox").word("mode", sandbox).end();
            out.startOptional("lock").onOff("posix", posixLock).onOff("flock", flock).end();
            out.startOptional("thread_pool").attribute("size", threadPoolSize).end();
            out.end();
        }
    }

    /// What virtiofsd lets the guest cache.
    public enum CacheMode implements Word {
        NONE,
        ALWAYS
    }

    /// How virtiofsd locks itself in.
    public enum SandboxMode implements Word {
        NAMESPACE,
        CHROOT
    }

    /// The same by another type of driver.
    public FilesystemDriver withType(Type value) {
        return new FilesystemDriver(
                Optional.of(value), format, immediateWriteout, queueSize, binary, virtio);
    }

    static FilesystemDriver parse(Element element) {
        var child = element.child("driver");
        var type = child.flatMap(d -> d.choice("type", Type.class, "default"));
        boolean virtiofs = type.filter(t -> t == Type.VIRTIOFS).isPresent();
        var policy = child.flatMap(d -> d.attribute("wrpolicy")).orElse("default");
        if (!policy.equals("default") && !policy.equals("immediate")) {
            throw child.orElseThrow().invalid("wrpolicy", policy);
        }
        return new FilesystemDriver(
                type,
                child.filter(d -> d.attribute("format").isPresent())
                        .flatMap(
                                d ->
                                        Word.find(
                                                StorageFormat.class,
                                                d.attribute("format").orElse(""))),
                policy.equals("immediate"),
                virtiofs ? queue(child) : OptionalLong.empty(),
                virtiofs
                        ? element.child("binary").map(Binary::parse).orElse(Binary.NONE)
                        : Binary.NONE,
                child.map(VirtioOptions::parse).orElse(VirtioOptions.NONE));
    }

    private static OptionalLong queue(Optional<Element> driver) {
        var text = driver.flatMap(d -> d.attribute("queue")).filter(q -> !q.isEmpty());
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = Numbers.parse(text.get(), 10);
        if (number.isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR, "cannot parse queue size '%s' for virtiofs".formatted(text.get()));
        }
        return number.getAsLong() == 0 ? OptionalLong.empty() : number;
    }

    void format(XmlWriter out) {
        out.startOptional("driver");
        if (type.isPresent()) {
            out.word("type", type).word("format", format);
            if (immediateWriteout) {
                out.attribute("wrpolicy", "immediate");
            }
            out.attribute("queue", queueSize);
        }
        virtio.format(out);
        out.end();
        binary.format(out);
    }
}
