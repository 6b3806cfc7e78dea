package dev.jvirt.qemu;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.qemu.status.StatusDocument;

/// Reads the documents of domains.
interface QemuDocuments {
    /// The complete definition in a document that somebody wants to define or start.
    ///
    /// @param validate whether the document must also be valid by libvirt's schema
    DomainDefinition parse(String xml, boolean validate);

    /// The definition in a document that was stored here.
    DomainDefinition load(String xml);

    /// A definition with the processor that the domain would have on this host.
    DomainDefinition withHostCpu(DomainDefinition definition);

    /// The definition of a domain that runs, with what it lacks because another version of libvirt
    /// wrote it.
    DomainDefinition adopt(StatusDocument found);
}
