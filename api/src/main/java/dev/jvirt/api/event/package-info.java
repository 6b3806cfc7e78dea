/// What happens unasked: the events of domains, networks, storage pools, devices and secrets, and
/// how one subscribes to them.
///
/// Each sort of object has a sealed interface ([DomainEvent], [NetworkEvent], ...) with a record
/// for each kind of event. A kind is named by that record's class, or by its libvirt number
/// ([DomainEventId], ...).
@NullMarked
package dev.jvirt.api.event;

import org.jspecify.annotations.NullMarked;
