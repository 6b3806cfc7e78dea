/// Events as messages of the wire, both ways: the daemon writes them, the client reads them.
///
/// For each sort of object there is a class that does both ([DomainMessages], [NetworkMessages],
/// ...). What is read goes to an [EventSink], together with the id of the subscription that the
/// message is for.
@NullMarked
package dev.jvirt.bridge.event;

import org.jspecify.annotations.NullMarked;
