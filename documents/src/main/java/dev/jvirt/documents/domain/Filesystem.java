package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.MissingInformation;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// `<filesystem>`: a directory of the host that the guest can mount.
///
/// @param target mount tag or mount point
public record Filesystem(
        Access access,
        FilesystemDriver driver,
        FilesystemSource source,
        Optional<String> target,
        boolean readOnly,
        Space space,
        DeviceInfo info)
        implements GuestDevice {
    private static final int MAX_MODE = 0777;

    /// As whom files are made and opened.
    public record Access(
            Optional<Mode> mode,
            Optional<VirtioModel> model,
            Optional<Multidevs> multidevs,
            OptionalInt fileMode,
            OptionalInt directoryMode) {
        static Access parse(Element element) {
            return new Access(
                    element.choice("accessmode", Mode.class, ""),
                    element.choice("model", VirtioModel.class),
                    element.choice("multidevs", Multidevs.class, "default"),
                    mode(element, "fmode"),
                    mode(element, "dmode"));
        }

        private static OptionalInt mode(Element element, String name) {
            OptionalInt mode = element.unsigned(name, 8);
            if (mode.orElse(0) > MAX_MODE) {
                throw new LibvirtException(
                        XML_ERROR, "invalid %s: '0%o'".formatted(name, mode.getAsInt()));
            }
            return mode.orElse(0) == 0 ? OptionalInt.empty() : mode;
        }

        void format(XmlWriter out) {
            out.word("accessmode", mode).word("model", model).word("multidevs", multidevs);
            fileMode.ifPresent(m -> out.attribute("fmode", "%04o".formatted(m)));
            directoryMode.ifPresent(m -> out.attribute("dmode", "%04o".formatted(m)));
        }
    }

    /// As whom the host opens files.
    public enum Mode implements Word {
        PASSTHROUGH,
        MAPPED,
        SQUASH
    }

    /// What happens if the directory spans several file systems.
    public enum Multidevs implements Word {
        REMAP,
        FORBID,
        WARN
    }

    /// Limits in bytes.
    public record Space(OptionalLong hardLimit, OptionalLong softLimit) {}

    @Override
    public Filesystem withInfo(DeviceInfo value) {
        return new Filesystem(access, driver, source, target, readOnly, space, value);
    }

    /// The same with other options of the driver.
    public Filesystem withDriver(FilesystemDriver value) {
        return new Filesystem(access, value, source, target, readOnly, space, info);
    }

    /// The same with other access.
    public Filesystem withAccess(Access value) {
        return new Filesystem(value, driver, source, target, readOnly, space, info);
    }

    static Filesystem parse(Element element, ParseFlags flags) {
        var target =
                element.child("target").flatMap(t -> t.attribute("dir")).filter(t -> !t.isEmpty());
        var source = FilesystemSource.parse(element);
        if (source.isMissing()) {
            throw MissingInformation.source(target.orElse(""));
        }
        return new Filesystem(
                Access.parse(element),
                FilesystemDriver.parse(element),
                source,
                target,
                element.has("readonly"),
                new Space(
                        Scaled.child(element, "space_hard_limit", 1).positive(),
                        Scaled.child(element, "space_soft_limit", 1).positive()),
                DeviceInfo.parseBootable(element, flags));
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("filesystem").attribute("type", source.type());
        access.format(out);
        driver.format(out);
        source.format(out);
        target.ifPresent(t -> out.start("target").attribute("dir", t).end());
        out.empty("readonly", readOnly);
        info.format(out);
        space.hardLimit().ifPresent(l -> out.size("space_hard_limit", "bytes", l));
        space.softLimit().ifPresent(l -> out.size("space_soft_limit", "bytes", l));
        out.end();
    }
}
