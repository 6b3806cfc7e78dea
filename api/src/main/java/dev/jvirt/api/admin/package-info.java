/// The administration of daemons: what names a client of one, and what is told of it.
@NullMarked
package dev.jvirt.api.admin;

import org.jspecify.annotations.NullMarked;
