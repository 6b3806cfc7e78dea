/// The remote program about the host: resources, interfaces, devices, secrets, network filters.
@NullMarked
package dev.jvirt.protocol.host;

import org.jspecify.annotations.NullMarked;
