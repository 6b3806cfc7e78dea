/// Tests of what drivers share.
@NullMarked
package dev.jvirt.base.store;

import org.jspecify.annotations.NullMarked;
