/// `libvirtd.conf`: what the administrator may set.
///
/// [dev.jvirt.api.config.ConfigReader] reads the file; [DaemonConfig] is what came of it.
@NullMarked
package dev.jvirt.daemon.config;

import org.jspecify.annotations.NullMarked;
