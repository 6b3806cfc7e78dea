/// QEMU as a process: how a domain becomes one, how it stops being one, and how a new daemon finds
/// it again.
///
/// Read [LiveDomain] first: what is known of one running QEMU. [DomainStart] makes one,
/// [DomainStop] ends it, [DomainReconnect] adopts one that an earlier daemon started, and
/// [LiveEvents] turns what QEMU says unasked into states and events of the domain.
@NullMarked
package dev.jvirt.qemu.process;

import org.jspecify.annotations.NullMarked;
