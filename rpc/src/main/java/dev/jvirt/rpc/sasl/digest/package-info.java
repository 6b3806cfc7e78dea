/// DIGEST-MD5 (RFC 2831): old and weak, and besides Kerberos the only mechanism that libvirt's
/// peers have which protects a TCP connection without TLS.
///
/// [DigestWords] is the form of what is said, [DigestSession] the arithmetic of one login,
/// [DigestLayer] what protects the connection afterwards. The JDK's own server needs the passwords
/// themselves; this one gets by with a digest of them.
@NullMarked
package dev.jvirt.rpc.sasl.digest;

import org.jspecify.annotations.NullMarked;
