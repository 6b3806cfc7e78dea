/// From wire records to Java source: codecs, client stubs, handler interfaces, dispatch switches.
///
/// Read [WireProcessor] first: it finds the annotated types and hands each to the class that writes
/// its companion. [Codec] folds over the components of a record; [Calls] and [Events] write what
/// surrounds the messages of one interface. All of it knows types and annotations, never the name
/// of a procedure: a call that does not fit is written by hand beside the records.
@NullMarked
package dev.jvirt.protocol.codegen;

import org.jspecify.annotations.NullMarked;
