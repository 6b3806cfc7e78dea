package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.InterfaceDriver;
import dev.jvirt.documents.domain.InterfaceSource;
import dev.jvirt.documents.domain.IpAddress;
import dev.jvirt.documents.domain.MacAddress;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.VirtioModel;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.json.JsonArray;
import dev.jvirt.qemu.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Network cards and what they are connected to.
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
            arguments.add(nic);
        }
    }

    private void add(NetworkInterface nic) {
        var netdev =
                switch (nic.source()) {
                    case InterfaceSource.User _ -> user(nic);
                    default ->
                            throw new LibvirtException(
                                    CONFIG_UNSUPPORTED,
                                    "network device type '%s' is not supported"
                                            .formatted(nic.source().type()));
                };
        out.netdev(netdev.put("id", "host" + DomainScope.alias(nic)).build());
        out.device(device(nic));
    }

    private static JsonObject.Builder user(NetworkInterface nic) {
        var out = JsonObject.builder().put("type", "user");
        for (IpAddress ip : nic.addresses().guest().addresses()) {
            String text = ip.prefix().isPresent() ? "/" + ip.prefix().getAsInt() : "";
            if (ip.address().contains(":")) {
                out.put("ipv6-prefix", ip.address());
                out.putNumber("ipv6-prefixlen", ip.prefix());
            } else {
                out.put("net", ip.address() + text);
            }
        }
        return out;
    }

    /// The card.
    private JsonObject.Builder device(NetworkInterface nic) {
        String alias = DomainScope.alias(nic);
        var card = nic.isVirtio() ? virtio(nic) : JsonObject.builder().put("driver", model(nic));
        card.put("netdev", "host" + alias);
        card.put("id", alias);
        card.put("mac", nic.mac().address().map(MacAddress::toString).orElse(""));
        card.putNumber("bootindex", scope.boot().of(nic));
        DeviceAddresses.add(scope, nic.info(), card);
        RomProperties.add(nic.info(), card);
        return card;
    }

    private static String model(NetworkInterface nic) {
        return nic.model().orElse("rtl8139");
    }

    private JsonObject.Builder virtio(NetworkInterface nic) {
        Optional<VirtioModel> model = nic.model().flatMap(m -> Word.find(VirtioModel.class, m));
        var driver = nic.host().driver();
        var card =
                VirtioDevices.begin(
                        VirtioDevices.driver("virtio-net", nic.info(), model), driver.virtio());
        driver.txMode()
                .ifPresent(
                        mode ->
                                card.put(
                                        "tx",
                                        mode == InterfaceDriver.TxMode.IOTHREAD ? "bh" : "timer"));
        card.putBoolean("ioeventfd", driver.ioEventFd());
        card.putBoolean("event_idx", driver.eventIdx());
        addOffloads(driver, card);
        return card;
    }

    private static void addOffloads(InterfaceDriver driver, JsonObject.Builder card) {
        var host = driver.host();
        card.putBoolean("csum", host.csum());
        card.putBoolean("gso", host.gso());
        card.putBoolean("host_tso4", host.tso4());
        card.putBoolean("host_tso6", host.tso6());
        card.putBoolean("host_ecn", host.ecn());
        card.putBoolean("host_ufo", host.ufo());
        card.putBoolean("mrg_rxbuf", host.mrgRxbuf());
        var guest = driver.guest();
        card.putBoolean("guest_csum", guest.csum());
        card.putBoolean("guest_tso4", guest.tso4());
        card.putBoolean("guest_tso6", guest.tso6());
        card.putBoolean("guest_ecn", guest.ecn());
        card.putBoolean("guest_ufo", guest.ufo());
    }

    /// Strings as QEMU wants a list of them in a network backend.
    static JsonArray strings(List<String> texts) {
        var values = new ArrayList<dev.jvirt.qemu.json.JsonValue>();
        for (String text : texts) {
            values.add(JsonObject.builder().put("str", text).build());
        }
        return new JsonArray(values);
    }
}
