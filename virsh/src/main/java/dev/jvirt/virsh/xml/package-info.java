/// Parts of XML documents, for `--xpath` and for commands that look one thing up in a document.
/// [XmlQuery] is the way in, [XmlElement] the way around; nothing of `java.xml` is loaded before.
@NullMarked
package dev.jvirt.virsh.xml;

import org.jspecify.annotations.NullMarked;
