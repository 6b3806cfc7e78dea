/// How a client logs in by SASL.
///
/// [SaslLogin] has the conversation with the daemon, [SaslPeer] says what is known of it before,
/// [UserCredentials] finds out who the user is: from the file, the URI, or by asking. The
/// mechanisms themselves are in `dev.jvirt.rpc.sasl`. Nothing of this is loaded by a client that is
/// not asked to log in.
@NullMarked
package dev.jvirt.remote.login;

import org.jspecify.annotations.NullMarked;
