/// Where the messages of all programs are found by program and number: [WireShapes].
@NullMarked
package dev.jvirt.protocol.index;

import org.jspecify.annotations.NullMarked;
