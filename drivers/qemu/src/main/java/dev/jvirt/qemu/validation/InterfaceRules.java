package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.InterfaceSource;
import dev.jvirt.documents.domain.IpAddress;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.Teaming;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.OptionalInt;

/// Network cards that QEMU can connect.
final class InterfaceRules {
    private static final int MIN_PREFIX = 4;
    private static final int MAX_PREFIX = 27;
    private static final int PREFIX_V6 = 64;

    private final NetworkInterface nic;
    private final Machine machine;

    private InterfaceRules(NetworkInterface nic, Machine machine) {
        this.nic = nic;
        this.machine = machine;
    }

    static void check(NetworkInterface nic, Machine machine) {
        var rules = new InterfaceRules(nic, machine);
        rules.checkAddresses();
        if (nic.source() instanceof InterfaceSource.Vdpa) {
            rules.checkVdpa();
        }
        if (nic.isVirtio()) {
            rules.checkVirtio();
        }
        rules.checkLink();
        nic.policy().teaming().ifPresent(rules::checkTeaming);
    }

    private void checkAddresses() {
        var guest = nic.addresses().guest();
        if (!(nic.source() instanceof InterfaceSource.User)) {
            unsupportedWhen(
                    !guest.addresses().isEmpty() || !guest.routes().isEmpty(),
                    "Invalid attempt to set network interface guest-side IP route and/or address"
                            + " info, not supported by QEMU");
            return;
        }
        unsupportedWhen(
                !guest.routes().isEmpty(),
                "Invalid attempt to set network interface guest-side IP route, not supported by"
                        + " QEMU");
        int v4 = 0;
        int v6 = 0;
        for (IpAddress address : guest.addresses()) {
            unsupportedWhen(address.peer().isPresent(), "Invalid attempt to set peer IP for guest");
            if (address.address().contains(":")) {
                v6++;
                checkV6(v6, address.prefix());
            } else {
                v4++;
                checkV4(v4, address.prefix());
            }
        }
    }

    private static void checkV4(int count, OptionalInt prefix) {
        unsupportedWhen(count > 1, "Only one IPv4 address per interface is allowed");
        int bits = prefix.orElse(0);
        unsupportedWhen(
                bits > 0 && (bits < MIN_PREFIX || bits > MAX_PREFIX),
                "invalid prefix, must be in range of %d-%d".formatted(MIN_PREFIX, MAX_PREFIX));
    }

    private static void checkV6(int count, OptionalInt prefix) {
        unsupportedWhen(count > 1, "Only one IPv6 address per interface is allowed");
        int bits = prefix.orElse(0);
        unsupportedWhen(
                bits > 0 && bits != PREFIX_V6,
                "unsupported IPv6 address prefix='%d' - must be %d".formatted(bits, PREFIX_V6));
    }

    private void checkVdpa() {
        unsupportedWhen(
                !machine.has(QemuFlag.NETDEV_VHOST_VDPA),
                "vDPA devices are not supported with this QEMU binary");
        unsupportedWhen(
                !nic.isVirtio(),
                "invalid model for interface of type '%s': '%s'"
                        .formatted(nic.source().type(), nic.model().orElse("")));
    }

    private void checkVirtio() {
        var queues = nic.host().driver().queues();
        unsupportedWhen(
                Integer.bitCount(queues.rxSize().orElse(1)) != 1,
                "rx_queue_size has to be a power of two");
        unsupportedWhen(
                Integer.bitCount(queues.txSize().orElse(1)) != 1,
                "tx_queue_size has to be a power of two");
        unsupportedWhen(
                queues.rss().isPresent() && !machine.has(QemuFlag.VIRTIO_NET_RSS),
                "virtio rss is not supported with this QEMU binary");
        unsupportedWhen(
                queues.rssHashReport().isPresent() && !machine.has(QemuFlag.VIRTIO_NET_RSS),
                "virtio rss hash report is not supported with this QEMU binary");
    }

    private void checkLink() {
        String type = nic.source().type();
        boolean takesMtu =
                switch (nic.source()) {
                    case InterfaceSource.Network _,
                            InterfaceSource.Bridge _,
                            InterfaceSource.Ethernet _,
                            InterfaceSource.VhostUser _ ->
                            true;
                    default -> false;
                };
        unsupportedWhen(
                nic.policy().link().mtu().isPresent() && !takesMtu,
                "setting MTU on interface type %s is not supported yet".formatted(type));
        boolean coalesces =
                nic.source() instanceof InterfaceSource.Network
                        || nic.source() instanceof InterfaceSource.Bridge;
        unsupportedWhen(
                nic.policy().link().coalesce().isPresent() && !coalesces,
                "coalesce settings on interface type %s are not supported".formatted(type));
    }

    private void checkTeaming(Teaming teaming) {
        unsupportedWhen(
                teaming.type() == Teaming.Type.PERSISTENT && !nic.isVirtio(),
                "virtio-net teaming persistent interface must be <model type='virtio'/>, not '%s'"
                        .formatted(nic.model().orElse("")));
        unsupportedWhen(
                teaming.type() == Teaming.Type.TRANSIENT
                        && !(nic.source() instanceof InterfaceSource.HostFunction)
                        && !(nic.source() instanceof InterfaceSource.Network),
                "virtio-net teaming transient interface must be type='hostdev', not '%s'"
                        .formatted(nic.source().type()));
    }
}
