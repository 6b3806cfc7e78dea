/// `qemu.conf`: what the administrator of the host decides about QEMU.
///
/// Read [QemuConfig] first: the settings that this driver knows. Settings it does not know are
/// passed over, as libvirt passes them over; a [ConfigFile] is the syntax.
@NullMarked
package dev.jvirt.qemu.config;

import org.jspecify.annotations.NullMarked;
