@NullMarked
package dev.jvirt.fuzz;

import org.jspecify.annotations.NullMarked;
