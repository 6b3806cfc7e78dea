package dev.jvirt.documents.host;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `<interface>`: an interface of a host. Immutable.
///
/// @param start when it comes up; unsaid for a part of another one
public record HostInterface(
        Kind kind,
        String name,
        Optional<Start> start,
        OptionalInt mtu,
        List<InterfaceProtocol> protocols,
        Optional<Link> link,
        InterfaceDetails details) {
    private static final String DOCUMENT = "(interface_definition)";

    /// The kinds.
    public enum Kind implements Word {
        ETHERNET,
        BRIDGE,
        BOND,
        VLAN
    }

    /// When an interface comes up.
    public enum Start implements Word {
        NONE,
        ONBOOT,
        HOTPLUG
    }

    /// `<link>`: what is known of the cable.
    public record Link(OptionalInt speed, Optional<String> state) {}

    /// An interface with its own copy.
    public HostInterface {
        protocols = List.copyOf(protocols);
    }

    /// Reads a document and checks it.
    public static HostInterface parse(String xml) {
        try {
            return parseParts(XmlParser.parse(xml, DOCUMENT, "interface"), true);
        } catch (LibvirtException refused) {
            throw refused.in(ErrorDomain.INTERFACE);
        }
    }

    /// Reads an `<interface>` in a larger document.
    public static HostInterface parse(Element element) {
        try {
            return parseParts(element, true);
        } catch (LibvirtException refused) {
            throw refused.in(ErrorDomain.INTERFACE);
        }
    }

    static HostInterface parsePart(Element element) {
        return parseParts(element, false);
    }

    private static HostInterface parseParts(Element element, boolean whole) {
        Kind kind = element.requiredChoice("type", Kind.class);
        String name = element.attribute("name").orElseThrow(() -> refused("interface has no name"));
        return new HostInterface(
                kind,
                name,
                whole ? start(element) : Optional.empty(),
                whole ? mtu(element) : OptionalInt.empty(),
                whole ? protocols(element) : List.of(),
                element.child("link").map(HostInterface::link),
                InterfaceDetails.parse(element, kind));
    }

    private static Optional<Start> start(Element element) {
        Optional<String> word = element.child("start").flatMap(s -> s.attribute("mode"));
        if (word.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Word.find(Start.class, word.get())
                        .orElseThrow(() -> refused("unknown interface startmode " + word.get())));
    }

    private static OptionalInt mtu(Element element) {
        return element.child("mtu").map(m -> m.unsigned("size")).orElse(OptionalInt.empty());
    }

    private static List<InterfaceProtocol> protocols(Element element) {
        var protocols = new ArrayList<InterfaceProtocol>();
        for (Element protocol : element.children("protocol")) {
            protocols.add(InterfaceProtocol.parse(protocol));
        }
        return protocols;
    }

    private static Link link(Element link) {
        return new Link(link.unsigned("speed"), link.attribute("state"));
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(XML_ERROR, detail);
    }

    /// The document.
    public String format() {
        var out = new XmlWriter();
        format(out);
        return out.toString();
    }

    void format(XmlWriter out) {
        out.start("interface").attribute("type", kind).attribute("name", name);
        start.ifPresent(mode -> out.start("start").attribute("mode", mode).end());
        mtu.ifPresent(size -> out.start("mtu").attribute("size", size).end());
        protocols.forEach(p -> p.format(out));
        link.ifPresent(
                l ->
                        out.start("link")
                                .attribute("speed", l.speed())
                                .attribute("state", l.state())
                                .end());
        details.format(out);
        out.closeEmpty();
    }
}
