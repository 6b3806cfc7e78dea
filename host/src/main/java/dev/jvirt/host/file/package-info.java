/// Files that are whole at any moment, and folders with the right mode from the start.
@NullMarked
package dev.jvirt.host.file;

import org.jspecify.annotations.NullMarked;
