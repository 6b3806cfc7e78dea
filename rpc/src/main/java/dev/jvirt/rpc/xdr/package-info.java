/// XDR, the big-endian encoding of everything that libvirt sends: [XdrWriter] and [XdrReader] know
/// the primitives, an [XdrCodec] knows one record.
///
/// Every string, opaque and array has a limit, checked in both directions and before memory is
/// taken.
@NullMarked
package dev.jvirt.rpc.xdr;

import org.jspecify.annotations.NullMarked;
