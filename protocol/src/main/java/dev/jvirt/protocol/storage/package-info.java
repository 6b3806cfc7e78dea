/// The remote program about storage: pools, volumes, their events.
@NullMarked
package dev.jvirt.protocol.storage;

import org.jspecify.annotations.NullMarked;
