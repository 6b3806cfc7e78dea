/// The programs about certificates: [QueryName] tells the name in one, [Validate] looks for the
/// files that TLS needs and says what is wrong with them.
@NullMarked
package dev.jvirt.virsh.pki;

import org.jspecify.annotations.NullMarked;
