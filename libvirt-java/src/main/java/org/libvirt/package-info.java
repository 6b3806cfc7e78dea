/// What programs written for libvirt-java call, served by our own client: no native code, no JNA.
///
/// Read [Connect] first, then [Domain]. Names, signatures and numbers are those of libvirt-java
/// 0.5.4, and the build compares them with the published jar; that is why methods are called
/// `get...` here and nowhere else in the house. What a method does is one call of `dev.jvirt.api`,
/// made through a [Handle]: it stands for one of C's pointers, which can be freed, and turns the
/// client's errors into the checked ones of this package.
@NullMarked
package org.libvirt;

import org.jspecify.annotations.NullMarked;
