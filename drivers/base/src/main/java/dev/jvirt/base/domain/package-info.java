/// Domains as live objects.
///
/// Read [DomainObject] first: one domain, its job queue and what it publishes ([PublishedDomain]).
/// A [DomainList] holds those of a driver, [DomainReads] answers the calls that only read them,
/// [DomainEvents] tells who wants to know.
@NullMarked
package dev.jvirt.base.domain;

import org.jspecify.annotations.NullMarked;
