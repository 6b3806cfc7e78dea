/// Tests of what drivers share.
@NullMarked
package dev.jvirt.base.domain;

import org.jspecify.annotations.NullMarked;
