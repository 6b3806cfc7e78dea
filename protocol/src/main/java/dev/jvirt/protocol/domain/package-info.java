/// The remote program about domains, beyond what every session needs.
///
/// A family is an interface; what stands alone is part of many messages. The basic calls are in
/// [dev.jvirt.protocol.remote.DomainCalls].
@NullMarked
package dev.jvirt.protocol.domain;

import org.jspecify.annotations.NullMarked;
