/// The hardware of the host: processors, memory, caches, and how they belong together.
///
/// [NodeTopology] is the summary (`virsh nodeinfo`); [NumaCell] and [CacheBank] are the details
/// that the capabilities document lists. Everything is read from the kernel's files, whose folders
/// [NodeFolders] names, so that a description of another host can be read as well.
@NullMarked
package dev.jvirt.host.node;

import org.jspecify.annotations.NullMarked;
