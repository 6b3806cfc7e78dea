/// libvirtd: the daemon that opens drivers for clients on sockets.
@NullMarked
package dev.jvirt.daemon;

import org.jspecify.annotations.NullMarked;
