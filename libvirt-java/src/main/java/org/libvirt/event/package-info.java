/// What happens to domains unasked, and who hears of it, with the names of libvirt-java.
///
/// Listeners are called by whoever runs the event loop of [org.libvirt.Library].
@NullMarked
package org.libvirt.event;

import org.jspecify.annotations.NullMarked;
