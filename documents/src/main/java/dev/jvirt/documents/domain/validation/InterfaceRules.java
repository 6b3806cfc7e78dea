package dev.jvirt.documents.domain.validation;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;
import static dev.jvirt.documents.domain.validation.Refuse.when;

import dev.jvirt.documents.domain.InterfaceSource;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.PortForward;
import dev.jvirt.documents.domain.Reconnect;
import dev.jvirt.documents.domain.Teaming;

/// Rules of network interfaces.
final class InterfaceRules {
    private InterfaceRules() {}

    static void check(NetworkInterface nic) {
        boolean ethernet = nic.source() instanceof InterfaceSource.Ethernet;
        unsupportedWhen(
                !nic.addresses().host().isEmpty() && !ethernet,
                "Invalid attempt to set network interface host-side IP route and/or address info on interface of type '%s'. This is only supported on interfaces of type 'ethernet'",
                nic.source().type());
        unsupportedWhen(
                !nic.target().managed().orElse(true) && !ethernet,
                "unmanaged target dev is not supported on interfaces of type '%s'",
                nic.source().type());
        nic.policy().teaming().ifPresent(InterfaceRules::check);
        checkIsolation(nic);
        if (!nic.isVirtio()) {
            VirtioRules.refuse(nic.host().driver().virtio());
        }
        boolean user = nic.source() instanceof InterfaceSource.User;
        boolean passt = nic.host().backend().type().isPresent();
        when(
                passt && !user,
                INTERNAL_ERROR,
                "The 'passt' backend can only be used with interface type='user'");
        if (nic.source() instanceof InterfaceSource.VhostUser vhost) {
            check(vhost, nic.isVirtio());
        } else if (passt) {
            for (PortForward forward : nic.addresses().portForwards()) {
                check(forward);
            }
        }
    }

    private static void check(Teaming teaming) {
        if (teaming.type() == Teaming.Type.TRANSIENT) {
            unsupportedWhen(
                    teaming.persistent().isEmpty(),
                    "teaming persistent attribute must be set if teaming type is 'transient'");
        } else {
            unsupportedWhen(
                    teaming.persistent().isPresent(),
                    "teaming persistent attribute not allowed if teaming type is '%s'",
                    teaming.type().word());
        }
    }

    private static void checkIsolation(NetworkInterface nic) {
        if (!nic.policy().isolated().orElse(false)) {
            return;
        }
        String mac = nic.mac().address().map(Object::toString).orElse("");
        boolean switched =
                nic.source() instanceof InterfaceSource.Network
                        || nic.source() instanceof InterfaceSource.Bridge;
        unsupportedWhen(
                !switched,
                "interface %s - <port isolated='yes'/> is not supported for network interfaces with type='%s'",
                mac,
                nic.source().type());
        var port = nic.policy().virtualPort().flatMap(p -> p.type());
        unsupportedWhen(
                port.isPresent(),
                "interface %s - <port isolated='yes'/> is not supported for network interfaces with virtualport type='%s'",
                mac,
                port.map(p -> p.word()).orElse(""));
    }

    private static void check(InterfaceSource.VhostUser vhost, boolean virtio) {
        when(
                !virtio,
                INTERNAL_ERROR,
                "Wrong or no <model> 'type' attribute specified with <interface type='vhostuser'/>."
                        + " vhostuser requires the virtio-net* frontend");
        unsupportedWhen(
                vhost.server() && vhost.reconnect().filter(Reconnect::enabled).isPresent(),
                "'reconnect' attribute unsupported 'server' mode for <interface type='vhostuser'>");
    }

    private static void check(PortForward forward) {
        for (PortForward.Range range : forward.ranges()) {
            unsupportedWhen(
                    range.start().isEmpty()
                            && (range.end().isPresent()
                                    || range.to().isPresent()
                                    || range.exclude().isPresent()),
                    "The 'range' of a 'portForward' requires 'start' attribute if 'end', 'to', or"
                            + " 'exclude' is specified");
        }
    }
}
