package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;

/// `<driver>` of a disk, without the format of its image.
public record DiskDriver(
        Optional<String> name,
        Optional<Cache> cache,
        Errors errors,
        Optional<Io> io,
        Features features,
        Discard discard,
        Queues queues,
        VirtioOptions virtio) {
    /// Nothing said.
    public static final DiskDriver NONE =
            new DiskDriver(
                    Optional.empty(),
                    Optional.empty(),
                    new Errors(Optional.empty(), Optional.empty()),
                    Optional.empty(),
                    new Features(Optional.empty(), Optional.empty(), Optional.empty()),
                    new Discard(Optional.empty(), Optional.empty()),
                    new Queues(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()),
                    VirtioOptions.NONE);

    /// How the host caches.
    public enum Cache implements Word {
        NONE,
        WRITETHROUGH,
        WRITEBACK,
        DIRECTSYNC,
        UNSAFE
    }

    /// What happens on a failed write and a failed read.
    public record Errors(Optional<ErrorPolicy> write, Optional<ErrorPolicy> read) {}

    /// What happens on an error.
    public enum ErrorPolicy implements Word {
        STOP,
        REPORT,
        IGNORE,
        ENOSPACE
    }

    /// How the host reads and writes.
    public enum Io implements Word {
        NATIVE,
        THREADS,
        IO_URING;

        @Override
        public String spelling() {
            return this == IO_URING ? "io_uring" : Word.super.spelling();
        }
    }

    /// Switches.
    public record Features(
            Optional<Boolean> ioEventFd,
            Optional<Boolean> eventIdx,
            Optional<Boolean> copyOnRead) {}

    /// What becomes of unused blocks.
    public record Discard(Optional<DiscardMode> mode, Optional<DetectZeroes> detectZeroes) {}

    /// What becomes of blocks the guest discards.
    public enum DiscardMode implements Word {
        UNMAP,
        IGNORE
    }

    /// What becomes of zeroes the guest writes.
    public enum DetectZeroes implements Word {
        OFF,
        ON,
        UNMAP
    }

    /// Queues and the thread that serves them.
    public record Queues(OptionalInt count, OptionalInt size, OptionalInt ioThread) {}

    /// The same by another driver.
    public DiskDriver withName(String value) {
        return new DiskDriver(
                Optional.of(value), cache, errors, io, features, discard, queues, virtio);
    }

    /// The same with copy on read or without.
    public DiskDriver withCopyOnRead(Optional<Boolean> value) {
        var changed = new Features(features.ioEventFd(), features.eventIdx(), value);
        return new DiskDriver(name, cache, errors, io, changed, discard, queues, virtio);
    }

    static DiskDriver parse(Element driver) {
        var readErrors = driver.choice("rerror_policy", ErrorPolicy.class);
        if (readErrors.filter(p -> p == ErrorPolicy.ENOSPACE).isPresent()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "Invalid disk read error policy: 'enospace'");
        }
        return new DiskDriver(
                driver.attribute("name"),
                driver.choice("cache", Cache.class, "default"),
                new Errors(driver.choice("error_policy", ErrorPolicy.class), readErrors),
                driver.choice("io", Io.class),
                new Features(
                        driver.onOff("ioeventfd"),
                        driver.onOff("event_idx"),
                        driver.onOff("copy_on_read")),
                new Discard(
                        driver.choice("discard", DiscardMode.class),
                        driver.choice("detect_zeroes", DetectZeroes.class)),
                new Queues(
                        driver.positive("queues"),
                        driver.positive("queue_size"),
                        driver.nonZero("iothread")),
                VirtioOptions.parse(driver));
    }

    void format(XmlWriter out, StorageSource source) {
        out.startOptional("driver")
                .attribute("name", name)
                .word("type", source.format())
                .word("cache", cache)
                .word("error_policy", errors.write())
                .word("rerror_policy", errors.read())
                .word("io", io)
                .onOff("ioeventfd", features.ioEventFd())
                .onOff("event_idx", features.eventIdx())
                .onOff("copy_on_read", features.copyOnRead())
                .word("discard", discard.mode())
                .attribute("iothread", queues.ioThread())
                .word("detect_zeroes", discard.detectZeroes())
                .attribute("queues", queues.count())
                .attribute("queue_size", queues.size());
        virtio.format(out);
        StorageSource.formatMetadataCache(out, source.metadataCache());
        out.end();
    }
}
