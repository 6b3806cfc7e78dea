/// The client half of the remote driver and the daemon say the same things to each other: here is
/// how values of the API become records of the wire, and records become values.
@NullMarked
package dev.jvirt.bridge;

import org.jspecify.annotations.NullMarked;
