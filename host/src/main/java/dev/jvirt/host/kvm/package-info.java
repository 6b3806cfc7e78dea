/// The kernel's virtualisation, KVM: what it offers guests.
///
/// [KvmDevice] asks it. Guests themselves are QEMU's business.
@NullMarked
package dev.jvirt.host.kvm;

import org.jspecify.annotations.NullMarked;
