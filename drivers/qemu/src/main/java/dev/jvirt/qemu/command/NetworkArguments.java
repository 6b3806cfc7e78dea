package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Architectures;
import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.InterfaceDriver;
import dev.jvirt.documents.domain.InterfaceSource;
import dev.jvirt.documents.domain.IpAddress;
import dev.jvirt.documents.domain.MacAddress;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.qemu.json.JsonArray;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What network cards are connected to.
final class NetworkArguments {
    private final DomainScope scope;
    private final Arguments out;

    private NetworkArguments(DomainScope scope, Arguments out) {
        this.scope = scope;
        this.out = out;
    }

    static void add(DomainScope scope, Arguments out) {
        var arguments = new NetworkArguments(scope, out);
        for (NetworkInterface nic : scope.definition().devices().interfaces()) {
            arguments.checkBackend(nic);
            // A function of the host is no network card to QEMU.
            if (!(nic.source() instanceof InterfaceSource.HostFunction)) {
                arguments.add(nic);
            }
        }
    }

    private void add(NetworkInterface nic) {
        var netdev =
                switch (nic.source()) {
                    case InterfaceSource.User _ -> user(nic);
                    case InterfaceSource.Ethernet _,
                            InterfaceSource.Network _,
                            InterfaceSource.Bridge _,
                            InterfaceSource.Direct _ ->
                            tap(nic);
                    case InterfaceSource.VhostUser switchSocket -> vhostUser(nic, switchSocket);
                    case InterfaceSource.Socket socket -> socket(socket);
                    case InterfaceSource.Vdpa vdpa -> vdpa(nic, vdpa);
                    case InterfaceSource.Null _,
                            InterfaceSource.Internal _,
                            InterfaceSource.Vds _,
                            InterfaceSource.HostFunction _ ->
                            throw new LibvirtException(
                                    CONFIG_UNSUPPORTED,
                                    "network device type '%s' is not supported"
                                            .formatted(nic.source().type()));
                };
        out.netdev(netdev.put("id", "host" + DomainScope.alias(nic)).build());
        if (isOnBoard(nic)) {
            out.options("-net", "type", onBoard(nic));
        } else {
            out.device(new NetworkCard(scope, nic).properties(), nic.info());
        }
    }

    private void checkBackend(NetworkInterface nic) {
        if (nic.host().backend().tap().isPresent() && !usesTap(nic)) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "interface %s - custom tap device path is not supported for network interfaces of type %s"
                            .formatted(
                                    nic.mac().address().map(MacAddress::toString).orElse(""),
                                    nic.source().type()));
        }
    }

    private static boolean usesTap(NetworkInterface nic) {
        return switch (nic.source()) {
            case InterfaceSource.Ethernet _,
                    InterfaceSource.Network _,
                    InterfaceSource.Bridge _,
                    InterfaceSource.Direct _ ->
                    true;
            default -> false;
        };
    }

    /// Boards with an ARM processor bring their card along.
    private boolean isOnBoard(NetworkInterface nic) {
        return Architectures.isArm(scope.arch())
                && !nic.isVirtio()
                && !(nic.info().address().orElse(null) instanceof Address.Pci);
    }

    private JsonObject.Builder onBoard(NetworkInterface nic) {
        String alias = DomainScope.alias(nic);
        var card = JsonObject.builder().put("type", "nic");
        card.put("macaddr", nic.mac().address().map(MacAddress::toString).orElse(""));
        card.put("netdev", "host" + alias).put("model", nic.model().orElse("rtl8139"));
        card.put("id", alias);
        return card.putNumber("bootindex", scope.boot().of(nic));
    }

    private static JsonObject.Builder user(NetworkInterface nic) {
        var netdev = JsonObject.builder().put("type", "user");
        for (IpAddress ip : nic.addresses().guest().addresses()) {
            String prefix = ip.prefix().isPresent() ? "/" + ip.prefix().getAsInt() : "";
            if (ip.address().contains(":")) {
                netdev.put("ipv6-prefix", ip.address());
                netdev.putNumber("ipv6-prefixlen", ip.prefix());
            } else {
                netdev.put("net", ip.address() + prefix);
            }
        }
        return netdev;
    }

    private JsonObject.Builder tap(NetworkInterface nic) {
        String alias = DomainScope.alias(nic);
        int queues = nic.host().driver().queues().count().orElse(1);
        var netdev = JsonObject.builder().put("type", "tap");
        var taps = new ArrayList<String>();
        for (int queue = 0; queue < queues; queue++) {
            taps.add(Integer.toString(out.pass(new Descriptor.Tap(alias, queue))));
        }
        netdev.put(queues > 1 ? "fds" : "fd", String.join(":", taps));
        if (usesVhost(nic)) {
            var hosts = new ArrayList<String>();
            for (int queue = 0; queue < queues; queue++) {
                hosts.add(Integer.toString(out.pass(new Descriptor.VhostNet(alias, queue))));
            }
            netdev.put("vhost", true);
            netdev.put(queues > 1 ? "vhostfds" : "vhostfd", String.join(":", hosts));
        }
        nic.policy().link().sendBuffer().ifPresent(size -> netdev.put("sndbuf", size));
        return netdev;
    }

    /// The host moves packets itself where it can, unless the document says that QEMU shall.
    private static boolean usesVhost(NetworkInterface nic) {
        return nic.isVirtio()
                && nic.host().driver().name().filter(n -> n == InterfaceDriver.Name.QEMU).isEmpty();
    }

    private JsonObject.Builder vhostUser(
            NetworkInterface nic, InterfaceSource.VhostUser switchSocket) {
        String alias = DomainScope.alias(nic);
        var source =
                new CharSource.Unix(
                        switchSocket.server(),
                        Optional.of(switchSocket.path()),
                        switchSocket.reconnect());
        String chardev = "char" + alias;
        new CharArguments(scope, out).addHelper(chardev, alias, source);
        var netdev = JsonObject.builder().put("type", "vhost-user").put("chardev", chardev);
        nic.host()
                .driver()
                .queues()
                .count()
                .ifPresent(
                        queues -> {
                            if (queues > 1) {
                                netdev.put("queues", queues);
                            }
                        });
        return netdev;
    }

    private static JsonObject.Builder socket(InterfaceSource.Socket socket) {
        String place = socket.address().orElse("") + ':' + socket.port();
        var netdev = JsonObject.builder().put("type", "socket");
        switch (socket.kind()) {
            case CLIENT -> netdev.put("connect", place);
            case SERVER -> netdev.put("listen", place);
            case MCAST -> netdev.put("mcast", place);
            case UDP -> {
                netdev.put("udp", place);
                socket.local()
                        .ifPresent(
                                local ->
                                        netdev.put(
                                                "localaddr", local.address() + ':' + local.port()));
            }
        }
        return netdev;
    }

    private JsonObject.Builder vdpa(NetworkInterface nic, InterfaceSource.Vdpa vdpa) {
        String alias = DomainScope.alias(nic);
        var netdev = JsonObject.builder().put("type", "vhost-vdpa");
        netdev.put(
                "vhostdev",
                scope.context().mode().standalone()
                        ? vdpa.dev()
                        : out.passAsPath(new Descriptor.Vdpa(alias, vdpa.dev()), alias + "-vdpa"));
        nic.host()
                .driver()
                .queues()
                .count()
                .ifPresent(
                        queues -> {
                            if (queues > 1) {
                                netdev.put("queues", queues);
                            }
                        });
        return netdev;
    }

    /// Strings as QEMU wants a list of them in a network backend.
    static JsonArray strings(List<String> texts) {
        var values = new ArrayList<JsonValue>();
        for (String text : texts) {
            values.add(JsonObject.builder().put("str", text).build());
        }
        return new JsonArray(values);
    }

    /// Whether the transport of a card has interrupt vectors.
    static boolean hasVectors(NetworkInterface nic) {
        return nic.info().address().orElse(null) instanceof Address.Pci;
    }
}
