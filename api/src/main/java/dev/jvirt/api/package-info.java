/// libvirt's public API. Read [Connection] first: it is opened with a URI and leads to every
/// [Domain] and [Network].
///
/// The classes here check what can be checked without a driver (is the connection open, may it
/// write, do the arguments make sense) and pass the call on to the driver that serves the
/// connection, see `dev.jvirt.api.driver`. Every failure is a [LibvirtException] with libvirt's own
/// error code.
@NullMarked
package dev.jvirt.api;

import org.jspecify.annotations.NullMarked;
