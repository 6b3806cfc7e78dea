package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// `<video>`: a graphics card.
///
/// @param model absent until a driver chooses one
public record Video(
        Optional<Model> model,
        Memory memory,
        OptionalInt heads,
        boolean primary,
        Optional<Acceleration> acceleration,
        Optional<Resolution> resolution,
        Driver driver,
        DeviceInfo info)
        implements GuestDevice {
    /// The card.
    public enum Model implements Word {
        VGA,
        CIRRUS,
        VMVGA,
        XEN,
        VBOX,
        QXL,
        PARALLELS,
        VIRTIO,
        GOP,
        NONE,
        BOCHS,
        RAMFB
    }

    /// Memory of the card in KiB.
    public record Memory(
            OptionalInt ram, OptionalInt vram, OptionalInt vram64, OptionalInt vgaMem) {
        /// Nothing said.
        public static final Memory NONE =
                new Memory(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty());

        static Memory parse(Element model) {
            return new Memory(
                    number(model, "ram"),
                    number(model, "vram"),
                    number(model, "vram64"),
                    number(model, "vgamem"));
        }
    }

    /// `<acceleration>`.
    public record Acceleration(
            Optional<Boolean> accel3d, Optional<Boolean> accel2d, Optional<String> renderNode) {
        static Acceleration parse(Element element) {
            var parsed =
                    new Acceleration(
                            element.yesNo("accel3d"),
                            element.yesNo("accel2d"),
                            element.attribute("rendernode").map(Paths::sanitize));
            if (parsed.accel3d.isEmpty()
                    && parsed.accel2d.isEmpty()
                    && parsed.renderNode.isEmpty()) {
                throw new LibvirtException(CONFIG_UNSUPPORTED, "missing values for acceleration");
            }
            return parsed;
        }
    }

    /// `<resolution>`.
    public record Resolution(int x, int y) {
        static Resolution parse(Element element) {
            element.required("x");
            element.required("y");
            return new Resolution(element.unsigned("x").orElse(0), element.unsigned("y").orElse(0));
        }
    }

    /// `<driver>`.
    public record Driver(
            Optional<Backend> backend, Optional<VgaConf> vgaConf, VirtioOptions virtio) {
        /// Nothing said.
        public static final Driver NONE =
                new Driver(Optional.empty(), Optional.empty(), VirtioOptions.NONE);

        static Driver parse(Element element) {
            return new Driver(
                    element.choice("name", Backend.class),
                    element.choice("vgaconf", VgaConf.class),
                    VirtioOptions.parse(element));
        }
    }

    /// Who draws.
    public enum Backend implements Word {
        QEMU,
        VHOSTUSER
    }

    /// Whether the card is a VGA card at boot (bhyve).
    public enum VgaConf implements Word {
        IO,
        ON,
        OFF
    }

    /// A card of a model without anything said about it.
    public Video(Model model) {
        this(
                Optional.of(model),
                Memory.NONE,
                OptionalInt.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Driver.NONE,
                DeviceInfo.NONE);
    }

    /// Whether the card has that model.
    public boolean is(Model wanted) {
        return model.filter(m -> m == wanted).isPresent();
    }

    @Override
    public Video withInfo(DeviceInfo value) {
        return new Video(model, memory, heads, primary, acceleration, resolution, driver, value);
    }

    /// The same of another model.
    public Video withModel(Model value) {
        return new Video(
                Optional.of(value), memory, heads, primary, acceleration, resolution, driver, info);
    }

    /// The same with other memory.
    public Video withMemory(Memory value) {
        return new Video(model, value, heads, primary, acceleration, resolution, driver, info);
    }

    /// The same with another number of heads.
    public Video withHeads(int value) {
        return new Video(
                model,
                memory,
                OptionalInt.of(value),
                primary,
                acceleration,
                resolution,
                driver,
                info);
    }

    /// The same, primary or not.
    public Video withPrimary(boolean value) {
        return new Video(model, memory, heads, value, acceleration, resolution, driver, info);
    }

    private static OptionalInt number(Element model, String name) {
        var text = model.attribute(name).filter(t -> !t.isEmpty());
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalLong number = Numbers.parse(text.get(), 10);
        if (number.orElse(-1) < 0 || number.orElse(-1) > Integer.MAX_VALUE) {
            throw new LibvirtException(
                    name.equals("heads") ? dev.jvirt.api.ErrorCode.INTERNAL_ERROR : XML_ERROR,
                    "cannot parse video %s '%s'".formatted(name, text.get()));
        }
        return number.getAsLong() == 0
                ? OptionalInt.empty()
                : OptionalInt.of((int) number.getAsLong());
    }

    static Video parse(Element element, ParseFlags flags) {
        var model = element.child("model");
        var word =
                model.flatMap(m -> m.attribute("type"))
                        .filter(t -> !t.isEmpty() && !t.equals("default"));
        var known = word.flatMap(w -> Word.find(Model.class, w));
        if (word.isPresent() && known.isEmpty()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "unknown video model '%s'".formatted(word.get()));
        }
        return new Video(
                known,
                model.map(Memory::parse).orElse(Memory.NONE),
                model.filter(m -> m.attribute("heads").isPresent())
                        .map(m -> number(m, "heads"))
                        .orElse(OptionalInt.of(1)),
                model.filter(m -> m.is("primary", "yes")).isPresent(),
                model.flatMap(m -> m.child("acceleration")).map(Acceleration::parse),
                model.flatMap(m -> m.child("resolution")).map(Resolution::parse),
                element.child("driver").map(Driver::parse).orElse(Driver.NONE),
                DeviceInfo.parse(element, flags));
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("video");
        out.startOptional("driver");
        driver.virtio().format(out);
        // The first value of vgaconf means the default and is never printed.
        out.word("vgaconf", driver.vgaConf().filter(v -> v != VgaConf.IO))
                .word("name", driver.backend())
                .end();
        out.start("model")
                .attribute("type", model.map(Word::word).orElse("default"))
                .attribute("ram", memory.ram())
                .attribute("vram", memory.vram())
                .attribute("vram64", memory.vram64())
                .attribute("vgamem", memory.vgaMem())
                .attribute("heads", heads)
                .yes("primary", primary);
        acceleration.ifPresent(
                a ->
                        out.start("acceleration")
                                .yesNo("accel3d", a.accel3d())
                                .yesNo("accel2d", a.accel2d())
                                .attribute("rendernode", a.renderNode())
                                .end());
        resolution.ifPresent(r -> format(out, r));
        out.end();
        info.format(out);
        out.end();
    }

    private static void format(XmlWriter out, Resolution resolution) {
        out.start("resolution");
        if (resolution.x() != 0 && resolution.y() != 0) {
            out.attribute("x", resolution.x()).attribute("y", resolution.y());
        }
        out.end();
    }
}
