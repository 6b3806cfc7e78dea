package dev.jvirt.qemu.command;

/// A descriptor and the number under which QEMU expects it.
public record PassedDescriptor(int number, Descriptor descriptor) {}
