package dev.jvirt.qemu.address;

import dev.jvirt.documents.domain.Address;

/// A place on a PCI bus.
record PciPlace(int domain, int bus, int slot, int function) {
    /// A place in the only domain that QEMU has.
    PciPlace(int bus, int slot, int function) {
        this(0, bus, slot, function);
    }

    static PciPlace of(Address.Pci address) {
        return new PciPlace(address.domain(), address.bus(), address.slot(), address.function());
    }

    Address.Pci address() {
        return new Address.Pci(domain, bus, slot, function);
    }

    @Override
    public String toString() {
        return "%04x:%02x:%02x.%d".formatted(domain, bus, slot, function);
    }
}
