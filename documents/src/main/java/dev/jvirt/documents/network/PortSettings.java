package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.XML_DETAIL;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Bandwidth;
import dev.jvirt.documents.domain.VirtualPort;
import dev.jvirt.documents.domain.Vlan;
import dev.jvirt.documents.xml.Element;
import java.util.Optional;

/// How the interfaces of guests are connected.
///
/// @param trustGuestFilters whether guests may say which frames they want
public record PortSettings(
        Optional<Vlan> vlan,
        Optional<Bandwidth> bandwidth,
        Optional<VirtualPort> virtualPort,
        Optional<Boolean> trustGuestFilters) {
    static PortSettings parse(Element parent, boolean typeRequired) {
        return new PortSettings(
                parent.child("vlan").map(Vlan::parse),
                parent.child("bandwidth").flatMap(PortSettings::bandwidth),
                parent.child("virtualport").map(v -> VirtualPort.parse(v, typeRequired)),
                parent.yesNo("trustGuestRxFilters"));
    }

    private static Optional<Bandwidth> bandwidth(Element element) {
        if (element.attribute("classID").isPresent()) {
            throw new LibvirtException(
                    XML_DETAIL,
                    "classID attribute not supported on <bandwidth> in this usage context");
        }
        return Bandwidth.parse(element, false);
    }
}
