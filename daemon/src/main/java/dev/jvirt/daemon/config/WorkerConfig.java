package dev.jvirt.daemon.config;

/// The sizes of libvirt's pool of workers. Nothing waits in a pool here; the numbers are kept for
/// the administration interface.
public record WorkerConfig(int min, int max, int priority) {}
