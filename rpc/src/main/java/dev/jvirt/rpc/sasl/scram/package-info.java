/// SCRAM (RFC 5802 and 7677): both ends prove that they know the password, and nobody who listens
/// or steals what the server has stored learns it.
///
/// [ScramVerifier] is what a server stores, [ScramMessage] the form of what is said, [ScramHash]
/// the arithmetic.
@NullMarked
package dev.jvirt.rpc.sasl.scram;

import org.jspecify.annotations.NullMarked;
