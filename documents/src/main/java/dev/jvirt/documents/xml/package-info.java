/// XML as libvirt reads and writes it.
///
/// [XmlParser] makes an [Element] tree out of text: strict, without DTD, bounded in depth and size.
/// The typed accessors of [Element] give numbers, switches and [Word]s, and name the element, the
/// attribute and the value when one is wrong. [XmlWriter] prints libvirt's own format.
@NullMarked
package dev.jvirt.documents.xml;

import org.jspecify.annotations.NullMarked;
