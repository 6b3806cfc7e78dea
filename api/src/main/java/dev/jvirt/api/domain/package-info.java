/// Values of domains: identity, state and its reasons, and the flags of their functions.
@NullMarked
package dev.jvirt.api.domain;

import org.jspecify.annotations.NullMarked;
