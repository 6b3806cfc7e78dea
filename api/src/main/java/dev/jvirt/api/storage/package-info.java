/// Storage pools and volumes: what names them, and what is told of them.
@NullMarked
package dev.jvirt.api.storage;

import org.jspecify.annotations.NullMarked;
