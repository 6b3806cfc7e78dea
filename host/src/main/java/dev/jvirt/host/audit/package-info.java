/// The audit trail of the kernel, which the audit daemon of the host writes down.
///
/// [KernelAudit] hands records over; what stands in them is the affair of whoever has something to
/// tell. [AuditText] writes values as that daemon's tools expect them.
@NullMarked
package dev.jvirt.host.audit;

import org.jspecify.annotations.NullMarked;
