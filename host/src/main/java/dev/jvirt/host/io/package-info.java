/// Descriptors: made, passed on, waited for.
///
/// A [Descriptor] is a number that must be closed. [DescriptorChannel] reads and writes one,
/// waiting by [Readiness], which holds no thread of its caller's. [Pipe], [ListeningUnixSocket] and
/// [Pty] make descriptors.
@NullMarked
package dev.jvirt.host.io;

import org.jspecify.annotations.NullMarked;
