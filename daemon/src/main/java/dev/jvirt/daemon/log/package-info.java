/// The daemon's log, in libvirt's format and with libvirt's settings.
///
/// Read [Log] first: it holds the [LogSettings] of the moment. [LogService] is how the rest of the
/// daemon gets there: through [System#getLogger], which gives it a [LogSource].
@NullMarked
package dev.jvirt.daemon.log;

import org.jspecify.annotations.NullMarked;
