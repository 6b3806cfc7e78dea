/// Tests.
@NullMarked
package dev.jvirt.rpc.client;

import org.jspecify.annotations.NullMarked;
