package dev.jvirt.qemu.address;

/// A place on a PCI bus.
record PciPlace(int bus, int slot, int function) {
    @Override
    public String toString() {
        return "0000:%02x:%02x.%d".formatted(bus, slot, function);
    }
}
