/// The remote program about networks, beyond what every session needs.
@NullMarked
package dev.jvirt.protocol.network;

import org.jspecify.annotations.NullMarked;
