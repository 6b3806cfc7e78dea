/// Definitions on disk, in libvirt's places and formats.
@NullMarked
package dev.jvirt.base.store;

import org.jspecify.annotations.NullMarked;
