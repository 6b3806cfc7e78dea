/// The definition of a domain.
///
/// [DomainDefinition] is the root: read from XML by `parse`, written by `format`; between them
/// stand immutable records, one for each element, whose parsing and formatting stand in the same
/// file. [Device] is what the guest gets; [Devices] holds them in the order in which libvirt prints
/// them. Parsing fills in nothing that is not in the document: that is the work of
/// [DomainDefaults], and checking what the document says is that of [DomainValidation].
@NullMarked
package dev.jvirt.documents.domain;

import org.jspecify.annotations.NullMarked;
