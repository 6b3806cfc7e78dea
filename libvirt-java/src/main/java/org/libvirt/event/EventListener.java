package org.libvirt.event;

/// Whoever hears of what happens to domains.
public interface EventListener {}
