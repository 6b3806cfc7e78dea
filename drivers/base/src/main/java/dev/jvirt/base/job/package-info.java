/// Who may change a domain now.
///
/// A [JobQueue] belongs to one domain. Whoever changes the domain, or asks its hypervisor
/// something, holds a [Job] of it; reading what the domain publishes needs none.
@NullMarked
package dev.jvirt.base.job;

import org.jspecify.annotations.NullMarked;
