@NullMarked
package dev.jvirt.base.audit;

import org.jspecify.annotations.NullMarked;
