/// Tests.
@NullMarked
package dev.jvirt.rpc.frame;

import org.jspecify.annotations.NullMarked;
