package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `<driver>` of a virtio network interface.
public record InterfaceDriver(
        Optional<Name> name,
        Optional<TxMode> txMode,
        Optional<Boolean> ioEventFd,
        Optional<Boolean> eventIdx,
        Queues queues,
        Offloads host,
        Offloads guest,
        VirtioOptions virtio) {
    /// Nothing said.
    public static final InterfaceDriver NONE =
            new InterfaceDriver(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Queues.NONE,
                    Offloads.NONE,
                    Offloads.NONE,
                    VirtioOptions.NONE);

    /// Who moves the packets.
    public enum Name implements Word {
        QEMU,
        VHOST
    }

    /// When packets are sent.
    public enum TxMode implements Word {
        IOTHREAD,
        TIMER
    }

    /// Number and size of the queues and how packets are spread over them.
    public record Queues(
            OptionalInt count,
            OptionalInt rxSize,
            OptionalInt txSize,
            Optional<Boolean> rss,
            Optional<Boolean> rssHashReport) {
        static final Queues NONE =
                new Queues(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty());

        static Queues parse(Element driver) {
            OptionalInt count = driver.positive("queues");
            return new Queues(
                    count.orElse(0) == 1 ? OptionalInt.empty() : count,
                    driver.positive("rx_queue_size"),
                    driver.positive("tx_queue_size"),
                    driver.onOff("rss"),
                    driver.onOff("rss_hash_report"));
        }
    }

    /// `<host>` or `<guest>`: what one side may leave to the other.
    public record Offloads(
            Optional<Boolean> csum,
            Optional<Boolean> gso,
            Optional<Boolean> tso4,
            Optional<Boolean> tso6,
            Optional<Boolean> ecn,
            Optional<Boolean> ufo,
            Optional<Boolean> mrgRxbuf) {
        static final Offloads NONE =
                new Offloads(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        static Offloads parse(Element side, boolean host) {
            return new Offloads(
                    side.onOff("csum"),
                    host ? side.onOff("gso") : Optional.empty(),
                    side.onOff("tso4"),
                    side.onOff("tso6"),
                    side.onOff("ecn"),
                    side.onOff("ufo"),
                    host ? side.onOff("mrg_rxbuf") : Optional.empty());
        }

        void format(XmlWriter out, String side) {
            out.startOptional(side)
                    .onOff("csum", csum)
                    .onOff("gso", gso)
                    .onOff("tso4", tso4)
                    .onOff("tso6", tso6)
                    .onOff("ecn", ecn)
                    .onOff("ufo", ufo)
                    .onOff("mrg_rxbuf", mrgRxbuf)
                    .end();
        }
    }

    /// Whether an interface of that model has these options.
    static boolean applies(Optional<String> model) {
        return model.filter(
                        m ->
                                List.of("virtio", "virtio-transitional", "virtio-non-transitional")
                                        .contains(m))
                .isPresent();
    }

    static InterfaceDriver parse(Element device, Optional<String> model, boolean hostFunction) {
        var element = device.child("driver");
        if (element.isEmpty()) {
            return NONE;
        }
        var driver = element.get();
        var virtio = VirtioOptions.parse(driver);
        if (hostFunction || !applies(model)) {
            return new InterfaceDriver(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Queues.NONE,
                    Offloads.NONE,
                    Offloads.NONE,
                    virtio);
        }
        return new InterfaceDriver(
                driver.choice("name", Name.class),
                driver.choice("txmode", TxMode.class),
                driver.onOff("ioeventfd"),
                driver.onOff("event_idx"),
                Queues.parse(driver),
                driver.child("host").map(h -> Offloads.parse(h, true)).orElse(Offloads.NONE),
                driver.child("guest").map(g -> Offloads.parse(g, false)).orElse(Offloads.NONE),
                virtio);
    }

    void format(XmlWriter out) {
        out.startOptional("driver")
                .word("name", name)
                .word("txmode", txMode)
                .onOff("ioeventfd", ioEventFd)
                .onOff("event_idx", eventIdx)
                .attribute("queues", queues.count())
                .attribute("rx_queue_size", queues.rxSize())
                .attribute("tx_queue_size", queues.txSize())
                .onOff("rss", queues.rss())
                .onOff("rss_hash_report", queues.rssHashReport());
        virtio.format(out);
        host.format(out, "host");
        guest.format(out, "guest");
        out.end();
    }
}
