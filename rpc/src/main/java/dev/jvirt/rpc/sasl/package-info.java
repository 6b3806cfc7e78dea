/// Logging in by SASL (RFC 4422): mechanisms for both ends, and what they may lead to.
///
/// Read [SaslMechanism] first: it says which mechanisms there are, how strong they are and which
/// fit a connection ([SecurityNeeds]). [ClientMechanism] and [ServerMechanism] are the two ends of
/// one negotiation: each is fed what the other said until both are complete. Some of them then
/// protect what follows with a [SecurityLayer]. Nothing here knows how the words travel.
@NullMarked
package dev.jvirt.rpc.sasl;

import org.jspecify.annotations.NullMarked;
