/// Recordings as text: [FlightText] shows all of one, [MessageText] a message.
@NullMarked
package dev.jvirt.flight.dump;

import org.jspecify.annotations.NullMarked;
