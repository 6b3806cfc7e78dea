/// How QEMU opens the images of disks: block nodes, and the objects with the secrets they need.
///
/// [ImageNodes] makes the nodes of one image, for the command line and for plugging alike.
/// [ImageObjects] makes what must be there before them. Passwords go to QEMU encrypted: a
/// [SecretSealer] holds the key that QEMU reads from a file.
@NullMarked
package dev.jvirt.qemu.block;

import org.jspecify.annotations.NullMarked;
