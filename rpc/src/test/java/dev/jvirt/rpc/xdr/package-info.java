/// Tests.
@NullMarked
package dev.jvirt.rpc.xdr;

import org.jspecify.annotations.NullMarked;
