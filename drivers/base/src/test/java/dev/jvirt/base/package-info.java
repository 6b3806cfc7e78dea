/// Tests of what drivers share.
@NullMarked
package dev.jvirt.base;

import org.jspecify.annotations.NullMarked;
