/// The remote program: all that an application does with hypervisors.
///
/// An interface is a family of calls or of events; a record that stands alone is part of many
/// messages. The order in which a client begins: [AuthCalls], then [ConnectCalls].
@NullMarked
package dev.jvirt.protocol.remote;

import org.jspecify.annotations.NullMarked;
