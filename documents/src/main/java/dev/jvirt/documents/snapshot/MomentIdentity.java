package dev.jvirt.documents.snapshot;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// Which moment in the life of a domain it is.
///
/// @param parent the name of the one before
/// @param creationTime in seconds since 1970
public record MomentIdentity(
        String name, Optional<String> description, Optional<String> parent, long creationTime) {
    /// Reads what tells a new moment: it begins now.
    static MomentIdentity parse(Element moment, long now) {
        return new MomentIdentity(
                moment.text("name").orElseGet(() -> Long.toString(now)),
                moment.text("description"),
                Optional.empty(),
                now);
    }

    /// The same after another one.
    public MomentIdentity after(Optional<String> value) {
        return new MomentIdentity(name, description, value, creationTime);
    }

    void format(XmlWriter out) {
        out.leaf("name", name).leaf("description", description);
    }

    void formatParent(XmlWriter out) {
        parent.ifPresent(p -> out.start("parent").leaf("name", p).end());
        out.leaf("creationTime", creationTime);
    }
}
