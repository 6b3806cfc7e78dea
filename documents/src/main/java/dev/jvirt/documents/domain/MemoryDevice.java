package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.Uuids;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/// `<memory>` among the devices: memory that can be plugged. All sizes are in KiB.
public record MemoryDevice(
        Model model,
        Optional<MemoryAccess> access,
        Optional<Boolean> discard,
        Optional<UUID> uuid,
        Source source,
        Target target,
        DeviceInfo info)
        implements GuestDevice {
    private static final long MIN_LABEL = 128;

    /// The kind of memory.
    public enum Model implements Word {
        DIMM,
        NVDIMM,
        VIRTIO_PMEM,
        VIRTIO_MEM,
        SGX_EPC
    }

    /// `<source>`: where the memory comes from.
    public record Source(
            Optional<IdSet> nodes,
            OptionalLong pageSize,
            Optional<String> path,
            OptionalLong alignSize,
            boolean pmem) {
        static final Source NONE =
                new Source(
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        false);

        static Source parse(Element source, Model model) {
            var nodes = source.text("nodemask").map(t -> IdSet.parseNonEmpty(t, "nodemask"));
            return switch (model) {
                case DIMM, VIRTIO_MEM ->
                        new Source(
                                nodes,
                                size(source, "pagesize"),
                                Optional.empty(),
                                OptionalLong.empty(),
                                false);
                case NVDIMM ->
                        new Source(
                                Optional.empty(),
                                OptionalLong.empty(),
                                source.text("path"),
                                size(source, "alignsize"),
                                source.has("pmem"));
                case VIRTIO_PMEM ->
                        new Source(
                                Optional.empty(),
                                OptionalLong.empty(),
                                source.text("path"),
                                OptionalLong.empty(),
                                false);
                case SGX_EPC ->
                        new Source(
                                nodes,
                                OptionalLong.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                false);
            };
        }

        private static OptionalLong size(Element source, String name) {
            OptionalLong size = Scaled.child(source, name, 1024).kibibytes();
            return size.orElse(0) == 0 ? OptionalLong.empty() : size;
        }

        void format(XmlWriter out) {
            out.startOptional("source");
            nodes.ifPresent(n -> out.leaf("nodemask", n.toString()));
            pageSize.ifPresent(s -> out.size("pagesize", "KiB", s));
            out.leaf("path", path);
            alignSize.ifPresent(s -> out.size("alignsize", "KiB", s));
            out.empty("pmem", pmem).end();
        }
    }

    /// `<target>`: what the guest sees.
    ///
    /// @param block granularity of a resizable device
    /// @param current size right now, known while the domain runs
    public record Target(
            long size,
            OptionalInt node,
            OptionalLong label,
            boolean readOnly,
            OptionalLong block,
            long requested,
            long current) {
        static Target parse(Element target, Model model) {
            var node = target.text("node");
            OptionalInt number = OptionalInt.empty();
            if (node.isPresent()) {
                OptionalLong parsed = Numbers.parse(node.get(), 10);
                if (parsed.orElse(-1) < 0) {
                    throw new LibvirtException(XML_ERROR, "invalid value of memory device node");
                }
                number = OptionalInt.of((int) parsed.getAsLong());
            }
            long size = Scaled.required(target, "size", 1024).kibibytes().getAsLong();
            boolean nvdimm = model == Model.NVDIMM;
            boolean resizable = model == Model.VIRTIO_MEM;
            return new Target(
                    size,
                    number,
                    nvdimm ? label(target, size) : OptionalLong.empty(),
                    nvdimm && target.has("readonly"),
                    resizable ? Source.size(target, "block") : OptionalLong.empty(),
                    resizable ? Source.size(target, "requested").orElse(0) : 0,
                    0);
        }

        private static OptionalLong label(Element target, long size) {
            var label = target.child("label");
            if (label.isEmpty()) {
                return OptionalLong.empty();
            }
            OptionalLong labelSize = Source.size(label.get(), "size");
            if (labelSize.isPresent() && labelSize.getAsLong() < MIN_LABEL) {
                throw new LibvirtException(XML_ERROR, "nvdimm label must be at least 128KiB");
            }
            if (labelSize.orElse(0) >= size) {
                throw new LibvirtException(
                        XML_ERROR, "label size must be smaller than NVDIMM size");
            }
            return labelSize;
        }

        void format(XmlWriter out, FormatFlags flags) {
            out.start("target").size("size", "KiB", size).leaf("node", node);
            label.ifPresent(s -> out.start("label").size("size", "KiB", s).end());
            out.empty("readonly", readOnly);
            if (block.isPresent()) {
                out.size("block", "KiB", block.getAsLong()).size("requested", "KiB", requested);
                if (!flags.inactive()) {
                    out.size("current", "KiB", current);
                }
            }
            out.end();
        }
    }

    @Override
    public MemoryDevice withInfo(DeviceInfo value) {
        return new MemoryDevice(model, access, discard, uuid, source, target, value);
    }

    /// The same with another guest side.
    public MemoryDevice withTarget(Target value) {
        return new MemoryDevice(model, access, discard, uuid, source, value, info);
    }

    /// The same mapped by other processes or not.
    public MemoryDevice withAccess(MemoryAccess value) {
        return new MemoryDevice(model, Optional.of(value), discard, uuid, source, target, info);
    }

    /// The same with another UUID.
    public MemoryDevice withUuid(UUID value) {
        return new MemoryDevice(model, access, discard, Optional.of(value), source, target, info);
    }

    static MemoryDevice parse(Element element, ParseFlags flags) {
        var model = element.requiredChoice("model", Model.class);
        var text = model == Model.NVDIMM ? element.text("uuid") : Optional.<String>empty();
        var uuid = text.flatMap(Uuids::parse);
        if (text.isPresent() && uuid.isEmpty()) {
            throw new LibvirtException(INTERNAL_ERROR, "malformed uuid element");
        }
        var target =
                element.child("target")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR,
                                                "missing <target> element for <memory> device"));
        return new MemoryDevice(
                model,
                element.choice("access", MemoryAccess.class),
                element.yesNo("discard"),
                uuid,
                element.child("source").map(s -> Source.parse(s, model)).orElse(Source.NONE),
                Target.parse(target, model),
                DeviceInfo.parse(element, flags));
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("memory")
                .attribute("model", model)
                .word("access", access)
                .yesNo("discard", discard);
        uuid.ifPresent(u -> out.leaf("uuid", u.toString()));
        source.format(out);
        target.format(out, flags);
        info.format(out);
        out.end();
    }
}
