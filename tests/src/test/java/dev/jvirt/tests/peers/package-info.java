/// jvirt and foreign programs: C libvirt's virsh, daemon and bindings, QEMU, and clients that break
/// the rules.
///
/// The daemon is always the assembled product, below a temporary folder; C libvirt's runs beside it
/// and says what is right. [Peers] runs the clients and skips tests whose part is not installed.
/// The `...FaultTest`s break something and see what is left.
@NullMarked
package dev.jvirt.tests.peers;

import org.jspecify.annotations.NullMarked;
