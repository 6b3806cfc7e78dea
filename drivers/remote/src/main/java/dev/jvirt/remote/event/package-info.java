/// What a program wants to hear from a daemon.
///
/// Read [RemoteEvents] first: it has the [Subscriptions] to each sort of object. How the daemon is
/// asked differs from sort to sort, which is what an [EventSort] knows.
@NullMarked
package dev.jvirt.remote.event;

import org.jspecify.annotations.NullMarked;
