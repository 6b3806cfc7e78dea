package dev.jvirt.virsh.job;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainBlockCopyFlag;
import dev.jvirt.api.domain.DomainBlockRebaseFlag;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Shell;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlBuilder;
import java.util.Optional;
import java.util.OptionalLong;

/// What `blockcopy` starts: the older call as long as it can say what is wanted.
final class DiskCopy {
    private static final int MEBIBYTE_BITS = 20;

    private final Words words;
    private final Optional<String> destination;
    private final Optional<String> given;
    private final Optional<String> format;
    private final long bandwidth;
    private final OptionalLong granularity;
    private final OptionalLong buffer;

    DiskCopy(Shell shell, Words words) {
        this.words = words;
        destination = words.text("dest");
        Optional<String> file = words.text("xml");
        format = words.text("format");
        bandwidth = Bandwidth.of(words);
        granularity = words.unsignedNumber("granularity");
        buffer = words.unsignedLongIfGiven("buf-size");
        if (destination.isEmpty() && file.isEmpty()) {
            throw new CommandFailure("need either --dest or --xml");
        }
        given = file.map(name -> FileTexts.read(shell, name));
    }

    /// The document of the copy.
    String xml() {
        return given.orElseGet(
                () -> {
                    boolean block = words.has("blockdev");
                    var xml = new XmlBuilder().open("disk");
                    xml.attribute("type", block ? "block" : "file");
                    xml.open("source");
                    xml.attribute(block ? "dev" : "file", destination).close();
                    format.ifPresent(type -> xml.open("driver").attribute("type", type).close());
                    return xml.close().toString();
                });
    }

    void start(Domain domain, String disk) {
        boolean newer =
                granularity.orElse(0) != 0
                        || buffer.orElse(0) != 0
                        || !format.orElse("raw").equals("raw")
                        || given.isPresent()
                        || words.has("transient-job")
                        || words.has("synchronous-writes");
        if (newer) {
            domain.disks().copy(disk, xml(), parameters(), copyFlags());
        } else {
            domain.disks().rebase(disk, destination, bandwidth, rebaseFlags());
        }
    }

    private TypedParameters parameters() {
        var parameters = TypedParameters.builder();
        if (bandwidth != 0) {
            parameters.put("bandwidth", TypedValue.ofUnsignedLong(bytesPerSecond()));
        }
        if (granularity.orElse(0) != 0) {
            parameters.put("granularity", TypedValue.ofUnsignedInt((int) granularity.getAsLong()));
        }
        if (buffer.orElse(0) != 0) {
            parameters.put("buf-size", TypedValue.ofUnsignedLong(buffer.getAsLong()));
        }
        return parameters.build();
    }

    private long bytesPerSecond() {
        if (words.has("bytes")) {
            return bandwidth;
        }
        long limit = -1L >>> MEBIBYTE_BITS;
        if (Long.compareUnsigned(bandwidth, limit) > 0) {
            throw new CommandFailure("bandwidth must be less than " + limit);
        }
        return bandwidth << MEBIBYTE_BITS;
    }

    private Flags<DomainBlockCopyFlag> copyFlags() {
        Flags<DomainBlockCopyFlag> flags = Flags.none();
        if (words.has("shallow")) {
            flags = flags.with(DomainBlockCopyFlag.SHALLOW);
        }
        if (words.has("reuse-external")) {
            flags = flags.with(DomainBlockCopyFlag.REUSE_EXT);
        }
        if (words.has("transient-job")) {
            flags = flags.with(DomainBlockCopyFlag.TRANSIENT_JOB);
        }
        if (words.has("synchronous-writes")) {
            flags = flags.with(DomainBlockCopyFlag.SYNCHRONOUS_WRITES);
        }
        return flags;
    }

    private Flags<DomainBlockRebaseFlag> rebaseFlags() {
        Flags<DomainBlockRebaseFlag> flags = Flags.of(DomainBlockRebaseFlag.COPY);
        if (words.has("shallow")) {
            flags = flags.with(DomainBlockRebaseFlag.SHALLOW);
        }
        if (words.has("reuse-external")) {
            flags = flags.with(DomainBlockRebaseFlag.REUSE_EXT);
        }
        if (words.has("blockdev")) {
            flags = flags.with(DomainBlockRebaseFlag.COPY_DEV);
        }
        if (format.isPresent()) {
            flags = flags.with(DomainBlockRebaseFlag.COPY_RAW);
        }
        if (words.has("bytes")) {
            flags = flags.with(DomainBlockRebaseFlag.BANDWIDTH_BYTES);
        }
        return flags;
    }
}
