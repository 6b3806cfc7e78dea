package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.XmlWriter;

/// A device of a domain.
public sealed interface Device permits GuestDevice, Lease, Graphics, Audio, RedirectionFilter {
    /// Writes the device's element.
    void format(XmlWriter out, FormatFlags flags);
}
