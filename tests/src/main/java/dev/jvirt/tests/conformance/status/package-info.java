/// Status files of running domains.
@NullMarked
package dev.jvirt.tests.conformance.status;

import org.jspecify.annotations.NullMarked;
