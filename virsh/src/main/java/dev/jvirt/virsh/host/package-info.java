/// The commands about the host and its hypervisor.
///
/// [HostCommands] names them and makes the row of the one that is wanted; what they do stands in a
/// class for each subject: [HostFacts], [HostProcessors], [HostMemory], [ProcessorModels], ...
@NullMarked
package dev.jvirt.virsh.host;

import org.jspecify.annotations.NullMarked;
