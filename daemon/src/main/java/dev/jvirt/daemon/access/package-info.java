/// Who may do what with which object: libvirt's access manager.
///
/// Read [AccessPolicy] first: it answers one question about a [ClientIdentity], an [AccessObject]
/// and a [Permission]. [AccessRule] is what the protocol says that a call needs; [CallAccess] puts
/// the two together for one call, and for what the call lists or subscribes to. The questions are
/// asked between the frame and the call: nothing but the object that the call names has been looked
/// at by then. While everything is allowed no question is asked at all.
@NullMarked
package dev.jvirt.daemon.access;

import org.jspecify.annotations.NullMarked;
