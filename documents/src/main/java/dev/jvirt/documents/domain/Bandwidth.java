package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_DETAIL;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalLong;

/// `<bandwidth>`: limits of an interface, in KiB and KiB a second.
public record Bandwidth(Optional<Rate> inbound, Optional<Rate> outbound) {
    /// Limits of one direction.
    ///
    /// @param floor guaranteed rate
    public record Rate(
            OptionalLong average, OptionalLong peak, OptionalLong floor, OptionalLong burst) {
        static Rate parse(Element rate) {
            var parsed =
                    new Rate(
                            number(rate, "average"),
                            number(rate, "peak"),
                            number(rate, "floor"),
                            number(rate, "burst"));
            boolean average = rate.attribute("average").isPresent();
            if (!average && rate.attribute("floor").isEmpty()) {
                throw new LibvirtException(
                        XML_DETAIL, "Missing mandatory average or floor attributes");
            }
            if (!average && (parsed.peak.isPresent() || parsed.burst.isPresent())) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED, "'peak' and 'burst' require 'average' attribute");
            }
            return parsed;
        }

        private static OptionalLong number(Element rate, String name) {
            var text = rate.attribute(name);
            if (text.isEmpty()) {
                return OptionalLong.empty();
            }
            OptionalLong number = Numbers.parse(text.get(), 10);
            if (number.orElse(-1) < 0) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED,
                        "could not convert bandwidth %s value '%s'".formatted(name, text.get()));
            }
            return number.getAsLong() == 0 ? OptionalLong.empty() : number;
        }

        void format(XmlWriter out, String name) {
            if (average.isPresent() || floor.isPresent()) {
                out.start(name)
                        .attribute("average", average)
                        .attribute("peak", peak)
                        .attribute("floor", floor)
                        .attribute("burst", burst)
                        .end();
            }
        }
    }

    /// Reads the element.
    ///
    /// @param floorAllowed whether a rate can be guaranteed here
    public static Optional<Bandwidth> parse(Element element, boolean floorAllowed) {
        var inbound = rate(element, "inbound");
        var outbound = rate(element, "outbound");
        if (!floorAllowed && inbound.filter(r -> r.floor().isPresent()).isPresent()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "floor attribute is not supported for this config");
        }
        if (outbound.filter(r -> r.floor().isPresent()).isPresent()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "'floor' attribute allowed only in <inbound> element");
        }
        return inbound.isEmpty() && outbound.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bandwidth(inbound, outbound));
    }

    private static Optional<Rate> rate(Element element, String name) {
        if (element.children(name).size() > 1) {
            throw new LibvirtException(
                    XML_DETAIL, "Only one child <%s> element allowed".formatted(name));
        }
        return element.child(name).map(Rate::parse);
    }

    /// Writes the element.
    public void format(XmlWriter out) {
        out.start("bandwidth");
        // C prints both tags even around nothing.
        inbound.ifPresent(r -> r.format(out, "inbound"));
        outbound.ifPresent(r -> r.format(out, "outbound"));
        out.end();
    }
}
