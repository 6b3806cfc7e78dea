/// Tests of reading and writing XML.
@NullMarked
package dev.jvirt.documents.xml;

import org.jspecify.annotations.NullMarked;
