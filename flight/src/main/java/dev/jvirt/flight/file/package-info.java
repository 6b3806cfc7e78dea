/// Recordings on disk.
///
/// Read [Flight] first: what a file holds. [FlightWriter] writes one entry after the other, each in
/// one piece, so that a file is good up to the moment in which its process died. The format is
/// described in `docs/flight-recorder.md`.
@NullMarked
package dev.jvirt.flight.file;

import org.jspecify.annotations.NullMarked;
