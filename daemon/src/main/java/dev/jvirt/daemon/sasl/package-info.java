/// Logging in by SASL: what the administrator has said of it, the users, and one client's login.
///
/// [SaslService] is what all clients share: the mechanisms of [SaslConfig], the users of
/// [UserFile], who of them may come in. [SaslSession] has the conversation with one client.
/// [SaslPasswd] is the program with which the administrator keeps the users.
@NullMarked
package dev.jvirt.daemon.sasl;

import org.jspecify.annotations.NullMarked;
