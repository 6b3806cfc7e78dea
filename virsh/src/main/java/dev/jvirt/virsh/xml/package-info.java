/// Parts of XML documents, for `--xpath` and for titles. [XmlQuery] is the way in; nothing of
/// `java.xml` is loaded before it is used.
@NullMarked
package dev.jvirt.virsh.xml;

import org.jspecify.annotations.NullMarked;
