package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// `<input>`: mouse, keyboard, tablet, or an input device of the host.
///
/// @param bus absent until it is chosen by architecture and type
public record Input(
        Type type,
        Optional<Bus> bus,
        Optional<VirtioModel> model,
        Source source,
        VirtioOptions virtio,
        DeviceInfo info)
        implements GuestDevice {
    /// What the guest sees.
    public enum Type implements Word {
        MOUSE,
        TABLET,
        KEYBOARD,
        PASSTHROUGH,
        EVDEV
    }

    /// How it is attached.
    public enum Bus implements Word {
        PS2,
        USB,
        XEN,
        PARALLELS,
        VIRTIO,
        NONE
    }

    /// `<source>`: an event device of the host.
    public record Source(
            Optional<String> device,
            Optional<Grab> grab,
            Optional<GrabToggle> grabToggle,
            Optional<Boolean> repeat) {
        /// None.
        public static final Source NONE =
                new Source(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        static Source parse(Element source, Type type) {
            if (type != Type.PASSTHROUGH && type != Type.EVDEV) {
                return NONE;
            }
            boolean evdev = type == Type.EVDEV;
            var device = source.attribute(evdev ? "dev" : "evdev").map(Paths::sanitize);
            if (device.isEmpty()) {
                throw new LibvirtException(XML_ERROR, "Missing evdev path for input device");
            }
            return new Source(
                    device,
                    evdev ? source.choice("grab", Grab.class) : Optional.empty(),
                    evdev ? source.choice("grabToggle", GrabToggle.class) : Optional.empty(),
                    evdev ? source.onOff("repeat") : Optional.empty());
        }
    }

    /// Which devices are taken from the host together.
    public enum Grab implements Word {
        ALL
    }

    /// The keys that give a device back to the host.
    public enum GrabToggle implements Word {
        CTRL_CTRL,
        ALT_ALT,
        SHIFT_SHIFT,
        META_META,
        SCROLLLOCK,
        CTRL_SCROLLLOCK
    }

    /// A device of a type on a bus.
    public Input(Type type, Bus bus) {
        this(
                type,
                Optional.of(bus),
                Optional.empty(),
                Source.NONE,
                VirtioOptions.NONE,
                DeviceInfo.NONE);
    }

    @Override
    public Input withInfo(DeviceInfo value) {
        return new Input(type, bus, model, source, virtio, value);
    }

    /// The same on another bus.
    public Input withBus(Bus value) {
        return new Input(type, Optional.of(value), model, source, virtio, info);
    }

    /// Whether the device is on that bus.
    public boolean isOn(Bus wanted) {
        return bus.filter(b -> b == wanted).isPresent();
    }

    static Input parse(Element element, ParseFlags flags) {
        var type =
                word(
                        element,
                        "type",
                        Type.class,
                        "unknown input device type '%s'",
                        "missing input device type");
        var bus =
                element.attribute("bus").isPresent()
                        ? Optional.of(
                                word(element, "bus", Bus.class, "unknown input bus type '%s'", ""))
                        : Optional.<Bus>empty();
        var model =
                element.attribute("model").isPresent()
                        ? Optional.of(
                                word(
                                        element,
                                        "model",
                                        VirtioModel.class,
                                        "unknown input model '%s'",
                                        ""))
                        : Optional.<VirtioModel>empty();
        var info = DeviceInfo.parse(element, flags);
        if (bus.filter(b -> b == Bus.USB).isPresent()
                && info.address().filter(a -> !(a instanceof Address.Usb)).isPresent()) {
            throw new LibvirtException(XML_ERROR, "Invalid address for a USB device");
        }
        return new Input(
                type,
                bus,
                model,
                element.child("source").map(s -> Source.parse(s, type)).orElse(Source.NONE),
                VirtioOptions.ofDevice(element),
                info);
    }

    private static <E extends Enum<E> & Word> E word(
            Element element, String name, Class<E> type, String unknown, String missing) {
        String word =
                element.attribute(name)
                        .orElseThrow(() -> new LibvirtException(INTERNAL_ERROR, missing));
        return Word.find(type, word)
                .orElseThrow(
                        () -> new LibvirtException(CONFIG_UNSUPPORTED, unknown.formatted(word)));
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        // An older libvirt adds the keyboard by itself.
        if (flags.migratable() && type == Type.KEYBOARD && (isOn(Bus.PS2) || isOn(Bus.XEN))) {
            return;
        }
        out.start("input").attribute("type", type);
        out.word("bus", bus.filter(b -> b != Bus.NONE)).word("model", model);
        virtio.formatDriver(out);
        out.startOptional("source")
                .attribute(type == Type.EVDEV ? "dev" : "evdev", source.device())
                .word("grab", source.grab())
                .word("grabToggle", source.grabToggle())
                .onOff("repeat", source.repeat())
                .end();
        info.format(out);
        out.end();
    }
}
