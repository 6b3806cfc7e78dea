/// What stands on a host: the definitions of its interfaces ([HostInterface]) and of its devices
/// ([NodeDevice]).
@NullMarked
package dev.jvirt.documents.host;

import org.jspecify.annotations.NullMarked;
