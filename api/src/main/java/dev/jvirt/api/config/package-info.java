/// libvirt's configuration files: `libvirt.conf`, `libvirtd.conf`, `qemu.conf` and their kin.
///
/// [ConfigParser] reads the format that they share, [ConfigReader] takes typed values out of it and
/// refuses what nobody asked for. [ClientConfig] is the file of those who connect, [AuthFile] has
/// their passwords; [ConfigFolder]
/// says where it is.
@NullMarked
package dev.jvirt.api.config;

import org.jspecify.annotations.NullMarked;
