/// The program for what only LXC can do.
@NullMarked
package dev.jvirt.protocol.lxc;

import org.jspecify.annotations.NullMarked;
