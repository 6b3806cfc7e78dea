/// Recording a connection.
///
/// Read [Recorder] first: it makes a [Recording] for each connection of a process, which keeps all
/// frames in a file or the latest in memory. [Censor] hides what is secret before that.
/// [RecordingTransport] is how a client records, [RecordingWatch] how a server does.
@NullMarked
package dev.jvirt.flight.record;

import org.jspecify.annotations.NullMarked;
