/// The flight recorder and its programs: [RpcRecord] stands between a client and a daemon,
/// [RpcDump] shows what was recorded, [RpcReplay] plays either side of it once more.
///
/// `dev.jvirt.flight.record` is what client and daemon load to record themselves; it hides secrets
/// before anything is kept. `dev.jvirt.flight.file` is the format on disk.
@NullMarked
package dev.jvirt.flight;

import org.jspecify.annotations.NullMarked;
