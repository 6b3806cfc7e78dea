/// libvirt's status files: what is known of a running domain, so that a daemon that starts finds
/// its guests again.
///
/// Read [StatusDocument] first: the `<domstatus>` document, one file for each running domain below
/// `run/libvirt/qemu`. The format is libvirt's own, because a C daemon may have started the guest,
/// or may have to take it over.
@NullMarked
package dev.jvirt.qemu.status;

import org.jspecify.annotations.NullMarked;
