/// `libvirtd.conf`: what the administrator may set, and the file format it is written in.
///
/// [ConfigParser] reads the format, which all configuration files of libvirt share;
/// [ConfigReader] takes typed values out of it and refuses what nobody asked for;
/// [DaemonConfig] is what came of it.
@NullMarked
package dev.jvirt.daemon.config;

import org.jspecify.annotations.NullMarked;
