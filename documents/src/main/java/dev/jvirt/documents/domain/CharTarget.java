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

/// What the guest sees of a character device: the element's name and its `<target>`.
public sealed interface CharTarget {
    /// `<serial>`.
    record Serial(Optional<SerialType> type, OptionalInt port, Optional<SerialModel> model)
            implements CharTarget {
        @Override
        public String element() {
            return "serial";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.start("target").word("type", type).attribute("port", port);
            model.ifPresent(m -> out.start("model").attribute("name", m).end());
            out.end();
        }
    }

    /// Where a serial port is attached.
    enum SerialType implements Word {
        /// The ISA bus.
        ISA_SERIAL,
        /// A USB port.
        USB_SERIAL,
        /// A PCI slot.
        PCI_SERIAL,
        /// The sPAPR virtual I/O bus.
        SPAPR_VIO_SERIAL,
        /// The board itself.
        SYSTEM_SERIAL,
        /// The service call interface of s390.
        SCLP_SERIAL,
        /// The ISA debug console.
        ISA_DEBUG
    }

    /// Which device a serial port is.
    enum SerialModel implements Word {
        /// ISA UART.
        ISA_SERIAL,
        /// USB UART.
        USB_SERIAL,
        /// PCI UART.
        PCI_SERIAL,
        /// pSeries terminal.
        SPAPR_VTY,
        /// ARM UART.
        PL011,
        /// s390 console.
        SCLPCONSOLE,
        /// s390 line mode console.
        SCLPLMCONSOLE,
        /// Plain 16550A.
        UART_16550A,
        /// Debug console.
        ISA_DEBUGCON;

        @Override
        public String spelling() {
            return this == UART_16550A ? "16550a" : CharTarget.plain(this);
        }
    }

    /// `<parallel>`.
    record Parallel(OptionalInt port) implements CharTarget {
        @Override
        public String element() {
            return "parallel";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.start("target").attribute("port", port).end();
        }
    }

    /// `<console>`.
    record Console(Optional<ConsoleType> type, OptionalInt port) implements CharTarget {
        @Override
        public String element() {
            return "console";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.start("target")
                    .attribute("type", type.map(Word::word).orElse("none"))
                    .attribute("port", port)
                    .end();
        }
    }

    /// Through what a console reaches the guest.
    enum ConsoleType implements Word {
        /// The first serial port.
        SERIAL,
        /// Xen.
        XEN,
        /// User mode Linux.
        UML,
        /// virtio.
        VIRTIO,
        /// A container.
        LXC,
        /// OpenVZ.
        OPENVZ,
        /// s390.
        SCLP,
        /// s390, line mode.
        SCLPLM
    }

    /// `<channel>` that forwards connections from the guest's user network.
    record GuestForward(String address, int port) implements CharTarget {
        @Override
        public String element() {
            return "channel";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.start("target")
                    .attribute("type", "guestfwd")
                    .attribute("address", address)
                    .attribute("port", port)
                    .end();
        }
    }

    /// `<channel>` through a virtio serial port.
    ///
    /// @param connected whether a program in the guest holds the other end, while it runs
    record VirtioChannel(Optional<String> name, Optional<Boolean> connected) implements CharTarget {
        @Override
        public String element() {
            return "channel";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.start("target").attribute("type", "virtio").attribute("name", name);
            if (connected.isPresent() && !flags.inactive()) {
                out.attribute("state", connected.get() ? "connected" : "disconnected");
            }
            out.end();
        }
    }

    /// `<channel>` of Xen.
    record XenChannel(Optional<String> name) implements CharTarget {
        @Override
        public String element() {
            return "channel";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.start("target").attribute("type", "xen").attribute("name", name).end();
        }
    }

    /// The name of the device's element.
    String element();

    /// Writes the `<target>`.
    void format(XmlWriter out, FormatFlags flags);

    private static String plain(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// Reads the `<target>` of a character device.
    static CharTarget parse(Element device, ParseFlags flags) {
        var target = device.child("target");
        var type = target.flatMap(t -> t.attribute("type"));
        return switch (device.name()) {
            case "serial" ->
                    new Serial(
                            type.filter(t -> !t.equals("none"))
                                    .map(t -> known(SerialType.class, t, "type")),
                            port(target),
                            target.flatMap(t -> t.child("model"))
                                    .flatMap(m -> m.attribute("name"))
                                    .filter(t -> !t.equals("none"))
                                    .map(t -> known(SerialModel.class, t, "model")));
            case "parallel" -> new Parallel(port(target));
            case "console" ->
                    new Console(
                            type.filter(t -> !t.equals("none"))
                                    .map(t -> known(ConsoleType.class, t, "type")),
                            port(target));
            default -> channel(target, type, flags);
        };
    }

    private static CharTarget channel(
            Optional<Element> target, Optional<String> type, ParseFlags flags) {
        if (target.isEmpty() || type.isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR, "target type must be specified for channel device");
        }
        return switch (type.get()) {
            case "guestfwd" -> guestForward(target.get());
            case "virtio" ->
                    new VirtioChannel(
                            target.get().attribute("name"),
                            flags.inactive() ? Optional.empty() : state(target.get()));
            case "xen" -> new XenChannel(target.get().attribute("name"));
            default -> throw unknown("type", type.get());
        };
    }

    private static Optional<Boolean> state(Element target) {
        return target.attribute("state").map(s -> s.equals("connected"));
    }

    private static CharTarget guestForward(Element target) {
        String address =
                target.attribute("address")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR,
                                                "guestfwd channel does not define a target"
                                                        + " address"));
        target.required("port");
        return new GuestForward(address, target.unsigned("port").orElse(0));
    }

    private static <E extends Enum<E> & Word> E known(Class<E> type, String word, String what) {
        return Word.find(type, word).orElseThrow(() -> unknown(what, word));
    }

    private static LibvirtException unknown(String what, String word) {
        return new LibvirtException(
                CONFIG_UNSUPPORTED,
                "unknown target %s '%s' specified for character device".formatted(what, word));
    }

    private static OptionalInt port(Optional<Element> target) {
        var text = target.flatMap(t -> t.attribute("port"));
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        var number = Numbers.parse(text.get(), 10);
        if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() > Integer.MAX_VALUE) {
            throw new LibvirtException(XML_ERROR, "Invalid port number: %s".formatted(text.get()));
        }
        return OptionalInt.of((int) number.getAsLong());
    }
}
