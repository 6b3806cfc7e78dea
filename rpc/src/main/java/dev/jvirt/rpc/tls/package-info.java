/// TLS as libvirt uses it: X.509 on both sides, and one byte that says "you may come in".
///
/// [TlsFiles] says where the certificates are, [TlsMaterial] is what is in them, after
/// [CertificateSanity] has looked for what cannot work. A [TlsContext] makes connections of it:
/// [TlsClient] goes to a server, [TlsGate] lets clients in. Both shake hands first
/// ([TlsHandshake]), believing nothing, and then judge the peer's certificates by themselves
/// ([CertificateTrust], [HostNames], [DistinguishedName]), because users know libvirt's order and
/// words. From then on [TlsLayer] stands between frames and socket.
///
/// Nothing here is loaded by who does not use TLS.
@NullMarked
package dev.jvirt.rpc.tls;

import org.jspecify.annotations.NullMarked;
