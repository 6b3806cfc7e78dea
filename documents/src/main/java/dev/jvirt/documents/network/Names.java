package dev.jvirt.documents.network;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// `<domain>` and `<dns>`: how guests are called, and who answers their questions about names.
///
/// @param domain the domain of the guests' names
/// @param localOnly whether questions about that domain go no further
public record Names(Optional<String> domain, Optional<Boolean> localOnly, Dns dns) {
    static Names parse(Element network, String name) {
        var domain = network.child("domain");
        return new Names(
                domain.flatMap(d -> d.attribute("name")).filter(d -> !d.isEmpty()),
                domain.flatMap(d -> d.yesNo("localOnly")),
                network.child("dns").map(d -> Dns.parse(d, name)).orElse(Dns.NONE));
    }

    void format(XmlWriter out) {
        domain.ifPresent(
                d -> out.start("domain").attribute("name", d).yesNo("localOnly", localOnly).end());
        dns.format(out);
    }
}
