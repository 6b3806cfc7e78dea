/// Tests of the server, and of client and server together.
@NullMarked
package dev.jvirt.rpc.server;

import org.jspecify.annotations.NullMarked;
