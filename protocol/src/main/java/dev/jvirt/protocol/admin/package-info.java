/// The admin program: one interface, the two kinds of objects that it speaks of.
@NullMarked
package dev.jvirt.protocol.admin;

import org.jspecify.annotations.NullMarked;
