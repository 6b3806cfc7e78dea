package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.InterfaceDriver;
import dev.jvirt.documents.domain.MacAddress;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.Teaming;
import dev.jvirt.documents.domain.VirtioModel;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;

/// A network card.
record NetworkCard(DomainScope scope, NetworkInterface nic) {
    JsonObject.Builder properties() {
        String alias = DomainScope.alias(nic);
        var card =
                nic.isVirtio()
                        ? virtio()
                        : JsonObject.builder().put("driver", nic.model().orElse("rtl8139"));
        card.putNumber("host_mtu", nic.isVirtio() ? nic.policy().link().mtu() : noMtu());
        boolean persistent =
                nic.policy().teaming().filter(t -> t.type() == Teaming.Type.PERSISTENT).isPresent();
        card.putTrue("failover", persistent);
        card.put("netdev", "host" + alias);
        card.put("id", alias);
        card.put("mac", nic.mac().address().map(MacAddress::toString).orElse(""));
        card.putNumber("bootindex", scope.boot().of(nic));
        DeviceAddresses.add(scope, nic.info(), card);
        RomProperties.add(nic.info(), card);
        return card;
    }

    private static java.util.OptionalInt noMtu() {
        return java.util.OptionalInt.empty();
    }

    private JsonObject.Builder virtio() {
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
        addQueues(driver.queues(), card);
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

    /// Each queue has a vector for each direction; one more is for the configuration, one for the
    /// control queue.
    private void addQueues(InterfaceDriver.Queues queues, JsonObject.Builder card) {
        int count = queues.count().orElse(1);
        if (count > 1) {
            card.put("mq", true);
            if (NetworkArguments.hasVectors(nic)) {
                card.put("vectors", 2 * count + 2);
            }
        }
        card.putNumber("rx_queue_size", queues.rxSize());
        card.putNumber("tx_queue_size", queues.txSize());
        card.putBoolean("rss", queues.rss());
        card.putBoolean("hash", queues.rssHashReport());
    }
}
