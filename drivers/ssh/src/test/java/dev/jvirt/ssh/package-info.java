/// Ssh inside the client, against a server of the same library.
@NullMarked
package dev.jvirt.ssh;

import org.jspecify.annotations.NullMarked;
