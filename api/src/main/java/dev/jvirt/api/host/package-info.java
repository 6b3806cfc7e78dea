/// The host: its interfaces, devices, secrets and filters by name, and what is told of them.
@NullMarked
package dev.jvirt.api.host;

import org.jspecify.annotations.NullMarked;
