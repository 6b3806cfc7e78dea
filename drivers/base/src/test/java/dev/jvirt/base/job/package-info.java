/// Tests of what drivers share.
@NullMarked
package dev.jvirt.base.job;

import org.jspecify.annotations.NullMarked;
