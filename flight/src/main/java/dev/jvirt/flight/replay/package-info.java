/// Recordings once more.
///
/// [FakeDaemon] answers a client from a recording, by its [Script]; [ClientReplay] says to a daemon
/// what the recorded client said, and [Differences] tells what it answers now. [Proxy] records what
/// others say to each other.
@NullMarked
package dev.jvirt.flight.replay;

import org.jspecify.annotations.NullMarked;
