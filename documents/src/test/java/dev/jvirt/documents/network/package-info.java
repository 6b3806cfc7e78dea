/// Tests of the definition of a network.
@NullMarked
package dev.jvirt.documents.network;

import org.jspecify.annotations.NullMarked;
