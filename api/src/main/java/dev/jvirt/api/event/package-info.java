/// What happens unasked: the events of domains and how one subscribes to them.
@NullMarked
package dev.jvirt.api.event;

import org.jspecify.annotations.NullMarked;
