package dev.jvirt.bridge;

import dev.jvirt.api.domain.DomainFilesystem;
import dev.jvirt.api.domain.DomainInterface;
import dev.jvirt.api.domain.DomainIpAddress;
import dev.jvirt.api.network.IpAddressType;
import dev.jvirt.protocol.domain.DomainGuestCalls.FilesystemInfo;
import dev.jvirt.protocol.domain.DomainGuestCalls.GuestInterface;
import dev.jvirt.protocol.domain.DomainGuestCalls.IpAddress;

/// What guests tell about themselves.
public final class Guests {
    private Guests() {}

    /// A file system as it travels.
    public static FilesystemInfo remote(DomainFilesystem filesystem) {
        return new FilesystemInfo(
                filesystem.mountpoint(),
                filesystem.name(),
                filesystem.type(),
                filesystem.devices());
    }

    /// A file system that came.
    public static DomainFilesystem local(FilesystemInfo filesystem) {
        return new DomainFilesystem(
                filesystem.mountpoint(),
                filesystem.name(),
                filesystem.fstype(),
                filesystem.devAliases());
    }

    /// A network interface as it travels.
    public static GuestInterface remote(DomainInterface iface) {
        return new GuestInterface(
                iface.name(),
                iface.hardwareAddress(),
                iface.addresses().stream().map(Guests::remote).toList());
    }

    /// A network interface that came.
    public static DomainInterface local(GuestInterface iface) {
        return new DomainInterface(
                iface.name(), iface.hwaddr(), iface.addrs().stream().map(Guests::local).toList());
    }

    private static IpAddress remote(DomainIpAddress address) {
        return new IpAddress(address.type().code(), address.address(), address.prefix());
    }

    private static DomainIpAddress local(IpAddress address) {
        return new DomainIpAddress(
                IpAddressType.of(address.type()), address.addr(), address.prefix());
    }
}
