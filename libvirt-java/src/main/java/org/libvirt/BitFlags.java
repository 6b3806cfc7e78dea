package org.libvirt;

/// A flag that is a constant of an enum.
public interface BitFlags {
    /// Its bit.
    int getBit();
}
