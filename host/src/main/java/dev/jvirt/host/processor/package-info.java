/// What the host's own processors tell about themselves.
///
/// [CpuidInstruction] asks as any program may; [SpecialRegisters] need the kernel's help.
@NullMarked
package dev.jvirt.host.processor;

import org.jspecify.annotations.NullMarked;
