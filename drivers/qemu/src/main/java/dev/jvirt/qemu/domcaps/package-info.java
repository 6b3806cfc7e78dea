/// The domain capabilities document: what domains on one emulator and machine can have (`virsh
/// domcapabilities`).
///
/// [DomainCapabilities] is the document. [DomainSurvey] fills it from what the emulator can do and
/// from what the host adds, [GuestHost].
@NullMarked
package dev.jvirt.qemu.domcaps;

import org.jspecify.annotations.NullMarked;
