package dev.jvirt.qemu.capabilities;

import java.util.Optional;

/// AMD's encrypted memory of guests.
///
/// @param cbitPosition the bit of a page table entry that says it is encrypted
/// @param reducedPhysicalBits how many bits of an address are lost
/// @param pdh the platform's Diffie-Hellman key
/// @param certificateChain the platform's certificates
/// @param cpu0Id the unique number of the processor
public record SevCapability(
        long cbitPosition,
        long reducedPhysicalBits,
        String pdh,
        String certificateChain,
        Optional<String> cpu0Id) {}
