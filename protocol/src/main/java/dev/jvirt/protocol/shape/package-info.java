/// The wire definition as data: for who looks at messages without being a party to them.
///
/// Read [MessageShape] first: it says what travels in a message. The build derives it from
/// the same records as the codecs. [PieceReader] finds the pieces of a payload by its shape:
/// where each value lies, what it is called, and whether it is secret.
@NullMarked
package dev.jvirt.protocol.shape;

import org.jspecify.annotations.NullMarked;
