package org.libvirt.event;

/// How or why something happened to a domain: a constant of the enum that belongs to the type of
/// the event.
public interface DomainEventDetail {}
