/// What drivers tell the audit trail.
///
/// [DomainAudit] tells it of domains: that they start and stop, and what they get. The words are
/// libvirt's, as its tools and auditors' filters expect them; where they go is the daemon's affair.
@NullMarked
package dev.jvirt.base.audit;

import org.jspecify.annotations.NullMarked;
