package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `<route>`: a static route.
public record IpRoute(
        Optional<String> family,
        String address,
        Optional<String> netmask,
        OptionalInt prefix,
        String gateway,
        OptionalInt metric) {
    /// Reads all routes in an element.
    public static List<IpRoute> parseAll(Element parent) {
        var all = new ArrayList<IpRoute>();
        for (Element route : parent.children("route")) {
            all.add(parse(route));
        }
        return all;
    }

    private static IpRoute parse(Element route) {
        var address = route.attribute("address");
        if (address.isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR, "Missing required address attribute in route definition");
        }
        var gateway = route.attribute("gateway");
        if (gateway.isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR, "Missing required gateway attribute in route definition");
        }
        OptionalInt metric = route.unsigned("metric");
        if (metric.isPresent() && metric.getAsInt() == 0) {
            throw new LibvirtException(
                    XML_ERROR, "Invalid metric '0' specified in route definition, must be > 0");
        }
        return new IpRoute(
                route.attribute("family"),
                address.get(),
                route.attribute("netmask"),
                route.unsigned("prefix"),
                gateway.get(),
                metric);
    }

    /// Writes the element.
    public void format(XmlWriter out) {
        out.start("route")
                .attribute("family", family)
                .attribute("address", address)
                .attribute("netmask", netmask)
                .attribute("prefix", prefix)
                .attribute("gateway", gateway)
                .attribute("metric", metric)
                .end();
    }
}
