/// The capabilities document: what this host is, and what guests it can have (`virsh
/// capabilities`).
///
/// [HostCapabilities] is the document. [HostDescription] is its first part; [GuestCapabilities]
/// follow from what the QEMU binaries can do.
@NullMarked
package dev.jvirt.qemu.hostcaps;

import org.jspecify.annotations.NullMarked;
