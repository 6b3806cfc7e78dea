/// Tests.
@NullMarked
package dev.jvirt.rpc.tls;

import org.jspecify.annotations.NullMarked;
