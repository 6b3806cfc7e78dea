/// The wire definition as data: for who looks at messages without being a party to them.
///
/// Read [WireShapes] first: it knows every message by program and number. A [MessageShape] says
/// what travels in it, derived by the build from the same records as the codecs. [PieceReader]
/// finds the pieces of a payload by its shape: where each value lies, what it is called, and
/// whether it is secret.
@NullMarked
package dev.jvirt.protocol.shape;

import org.jspecify.annotations.NullMarked;
