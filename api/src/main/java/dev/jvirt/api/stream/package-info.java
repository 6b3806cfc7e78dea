/// What goes through a [dev.jvirt.api.Stream] and what happens on it.
///
/// [StreamSource] and [StreamSink] are the callbacks of whole transfers; [SparseSource] and
/// [SparseSink] know holes too, runs of zeros that are not sent. [ZeroBlockSource] and
/// [SparseFileSink] are those of files. [StreamEvent] is what a [dev.jvirt.api.StreamWatch] waits
/// for.
@NullMarked
package dev.jvirt.api.stream;

import org.jspecify.annotations.NullMarked;
