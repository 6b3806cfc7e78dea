package dev.jvirt.qemu.capabilities;

/// A version of ARM's interrupt controller that QEMU offers.
///
/// @param kernel whether the kernel can implement it
/// @param emulated whether QEMU can
public record GicCapability(int version, boolean kernel, boolean emulated) {}
