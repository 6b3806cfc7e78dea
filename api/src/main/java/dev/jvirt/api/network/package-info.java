/// Values of networks.
@NullMarked
package dev.jvirt.api.network;

import org.jspecify.annotations.NullMarked;
