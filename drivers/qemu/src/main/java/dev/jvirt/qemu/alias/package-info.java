/// The names that the parts of a running domain have in QEMU and in the live document.
///
/// [Aliases] names devices (`virtio-disk0`, `net1`, `pci.3`), [ImageNumbers] numbers the images of
/// disks (`libvirt-2-format`). Both are chosen as libvirt chooses them: QEMU writes them into the
/// state of a guest, and programs look for them. Aliases that a document brings along (`ua-...`)
/// stay.
@NullMarked
package dev.jvirt.qemu.alias;

import org.jspecify.annotations.NullMarked;
