package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// `<mirror>`: the image to which a running block job copies.
public record DiskMirror(Job job, StorageSource target, Optional<State> ready) {
    /// What kind of job copies.
    public enum Job implements Word {
        COPY,
        ACTIVE_COMMIT
    }

    /// How far the job is.
    public enum State implements Word {
        YES,
        ABORT,
        PIVOT
    }

    static DiskMirror parse(Element mirror, ParseFlags flags) {
        var job = mirror.attribute("job").map(DiskMirror::job).orElse(Job.COPY);
        var type = mirror.attribute("type");
        var format =
                type.isPresent()
                        ? mirror.child("format").flatMap(f -> f.attribute("type"))
                        : mirror.attribute("format");
        StorageSource target;
        if (type.isPresent()) {
            var source =
                    mirror.child("source")
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR, "mirror requires source element"));
            target =
                    StorageSource.parse(source, type.get(), flags)
                            .withIndex(source.unsigned("index").orElse(0))
                            .withBacking(StorageSource.parseBacking(mirror, flags));
        } else {
            target = oldTarget(mirror, job);
        }
        return new DiskMirror(
                job,
                target.withFormat(format.flatMap(f -> Word.find(StorageFormat.class, f)))
                        .withMetadataCache(StorageSource.metadataCache(mirror.child("format"))),
                mirror.choice("ready", State.class, "none"));
    }

    private static Job job(String word) {
        return Word.find(Job.class, word)
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        CONFIG_UNSUPPORTED,
                                        "unknown mirror job type '%s'".formatted(word)));
    }

    /// libvirt before 1.0.1 named the target in attributes of the mirror itself.
    private static StorageSource oldTarget(Element mirror, Job job) {
        if (job != Job.COPY) {
            throw new LibvirtException(XML_ERROR, "mirror without type only supported by copy job");
        }
        String file =
                mirror.attribute("file")
                        .orElseThrow(
                                () -> new LibvirtException(XML_ERROR, "mirror requires file name"));
        return StorageSource.of(new StorageLocation.File(file), Optional.empty());
    }

    void format(XmlWriter out, FormatFlags flags) {
        out.start("mirror").attribute("type", target.location().type());
        if (target.location() instanceof StorageLocation.File file && job == Job.COPY) {
            out.attribute("file", file.path()).word("format", target.format());
        }
        out.attribute("job", job).word("ready", ready);
        out.startOptional("format").word("type", target.format());
        StorageSource.formatMetadataCache(out, target.metadataCache());
        out.end();
        target.formatSource(
                out, flags, new StorageSource.Placement(false, false, true, Optional.empty()));
        target.formatBacking(out, flags);
        out.end();
    }
}
