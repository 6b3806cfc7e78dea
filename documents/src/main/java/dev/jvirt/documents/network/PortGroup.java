package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;

/// `<portgroup>`: interfaces that are connected alike.
///
/// @param isDefault whether an interface that names no group belongs to it
public record PortGroup(String name, boolean isDefault, PortSettings settings) {
    static PortGroup parse(Element group) {
        return new PortGroup(
                group.attribute("name")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR,
                                                "Missing required name attribute in portgroup")),
                group.attribute("default").filter("yes"::equalsIgnoreCase).isPresent(),
                PortSettings.parse(group, false));
    }

    void format(XmlWriter out) {
        out.start("portgroup")
                .attribute("name", name)
                .yes("default", isDefault)
                .yesNo("trustGuestRxFilters", settings.trustGuestFilters());
        settings.vlan().ifPresent(v -> v.format(out));
        settings.virtualPort().ifPresent(v -> v.format(out));
        settings.bandwidth().ifPresent(b -> b.format(out));
        out.closeEmpty();
    }
}
