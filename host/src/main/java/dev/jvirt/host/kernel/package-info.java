/// The kernel and the C library through `java.lang.foreign`: the one place that makes native calls.
///
/// Whatever is a system call goes through [SystemCall], which needs one linked function for all of
/// them. [CLibrary] has the few functions that are more than that.
@NullMarked
package dev.jvirt.host.kernel;

import org.jspecify.annotations.NullMarked;
