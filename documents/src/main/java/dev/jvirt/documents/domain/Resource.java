package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// `<resource>`: where in the host's hierarchies the domain is put.
///
/// @param partition path of the control group
/// @param applicationId identifier of the domain in a fibre channel fabric
public record Resource(Optional<String> partition, Optional<String> applicationId) {
    /// Nothing said.
    public static final Resource NONE = new Resource(Optional.empty(), Optional.empty());

    static Resource parse(Element resource) {
        return new Resource(
                resource.text("partition"),
                resource.child("fibrechannel").flatMap(f -> f.attribute("appid")));
    }

    /// The same in another control group.
    public Resource withPartition(String value) {
        return new Resource(Optional.of(value), applicationId);
    }

    void format(XmlWriter out) {
        out.startOptional("resource").leaf("partition", partition);
        out.startOptional("fibrechannel").attribute("appid", applicationId).end();
        out.end();
    }
}
