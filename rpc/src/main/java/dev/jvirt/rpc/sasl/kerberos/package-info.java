/// GSSAPI (RFC 4752): logging in with a Kerberos ticket, by the JDK's own mechanism.
///
/// [KerberosClient] uses the ticket that the user got with `kinit`, [KerberosServer] the keys of
/// its keytab; [KerberosSubject] finds both.
@NullMarked
package dev.jvirt.rpc.sasl.kerberos;

import org.jspecify.annotations.NullMarked;
