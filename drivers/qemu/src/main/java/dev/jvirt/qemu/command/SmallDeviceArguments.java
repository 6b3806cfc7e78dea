package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.MemoryBalloon;
import dev.jvirt.documents.domain.Nvram;
import dev.jvirt.documents.domain.Panic;
import dev.jvirt.documents.domain.Rng;
import dev.jvirt.documents.domain.Smartcard;
import dev.jvirt.documents.domain.VirtioModel;
import dev.jvirt.documents.domain.Vsock;
import dev.jvirt.documents.domain.Watchdog;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;

/// Devices of which little is to be said: balloon, random numbers, watchdog, smart card.
final class SmallDeviceArguments {
    private final DomainScope scope;
    private final Arguments out;

    SmallDeviceArguments(DomainScope scope, Arguments out) {
        this.scope = scope;
        this.out = out;
    }

    void addSmartcards() {
        for (Smartcard card : scope.definition().devices().of(Smartcard.class)) {
            addSmartcard(card);
        }
    }

    private void addSmartcard(Smartcard card) {
        String alias = DomainScope.alias(card);
        var device = JsonObject.builder();
        switch (card.mode()) {
            case HOST -> device.put("driver", "ccid-card-emulated").put("backend", "nss-emulated");
            case HOST_CERTIFICATES -> {
                device.put("driver", "ccid-card-emulated").put("backend", "certificates");
                for (int i = 0; i < card.certificates().size(); i++) {
                    device.put("cert" + (i + 1), card.certificates().get(i));
                }
                device.put("db", card.database().orElse("/etc/pki/nssdb"));
            }
            case PASSTHROUGH -> {
                String chardev =
                        new CharArguments(scope, out)
                                .add(
                                        card.backend().orElseThrow(),
                                        alias,
                                        CharArguments.Use.SMARTCARD);
                device.put("driver", "ccid-card-passthru").put("chardev", chardev);
            }
        }
        device.put("id", alias);
        if (card.info().address().orElse(null) instanceof Address.Ccid ccid) {
            device.put("bus", scope.busOf(Controller.Type.CCID, ccid.controller()) + ".0");
        }
        out.device(device);
    }

    void addWatchdogs() {
        Optional<Watchdog> last = Optional.empty();
        for (Watchdog watchdog : scope.definition().devices().of(Watchdog.class)) {
            var device = JsonObject.builder().put("driver", watchdog.model().word());
            device.put("id", DomainScope.alias(watchdog));
            DeviceAddresses.add(scope, watchdog.info(), device);
            out.device(device);
            last = Optional.of(watchdog);
        }
        last.ifPresent(
                watchdog -> {
                    // Dumping is the daemon's work, so the guest is only stopped.
                    boolean dump = watchdog.action() == Watchdog.Action.DUMP;
                    out.add("-watchdog-action", dump ? "pause" : watchdog.action().word());
                });
    }

    void addBalloon() {
        for (MemoryBalloon balloon : scope.definition().devices().of(MemoryBalloon.class)) {
            var model =
                    switch (balloon.model()) {
                        case VIRTIO -> VirtioModel.VIRTIO;
                        case VIRTIO_TRANSITIONAL -> VirtioModel.VIRTIO_TRANSITIONAL;
                        case VIRTIO_NON_TRANSITIONAL -> VirtioModel.VIRTIO_NON_TRANSITIONAL;
                        case XEN, NONE -> null;
                    };
            if (model != null) {
                addBalloon(balloon, model);
            }
        }
    }

    private void addBalloon(MemoryBalloon balloon, VirtioModel model) {
        String driver = VirtioDevices.driver("virtio-balloon", balloon.info(), Optional.of(model));
        var device = VirtioDevices.begin(driver, balloon.virtio());
        device.put("id", DomainScope.alias(balloon));
        device.putBoolean("deflate-on-oom", balloon.autoDeflate());
        device.putBoolean("free-page-reporting", balloon.freePageReporting());
        DeviceAddresses.add(scope, balloon.info(), device);
        out.device(device, balloon.info());
    }

    void addRngs() {
        for (Rng rng : scope.definition().devices().of(Rng.class)) {
            addRng(rng);
        }
    }

    private void addRng(Rng rng) {
        String alias = DomainScope.alias(rng);
        String object = "obj" + alias;
        var backend = JsonObject.builder();
        switch (rng.backend()) {
            case Rng.RandomFile file ->
                    backend.put("qom-type", "rng-random")
                            .put("id", object)
                            .put("filename", file.path().orElse("/dev/urandom"));
            case Rng.EntropyDaemon daemon -> {
                String chardev = new CharArguments(scope, out).add(daemon.backend(), alias);
                backend.put("qom-type", "rng-egd").put("id", object).put("chardev", chardev);
            }
            case Rng.Builtin _ -> backend.put("qom-type", "rng-builtin").put("id", object);
        }
        out.object(backend.build());
        String driver = VirtioDevices.driver("virtio-rng", rng.info(), Optional.of(rng.model()));
        var device = VirtioDevices.begin(driver, rng.virtio());
        device.put("rng", object).put("id", alias);
        rng.rate()
                .ifPresent(
                        rate -> {
                            device.put("max-bytes", rate.bytes());
                            device.put("period", rate.period().orElse(1000));
                        });
        DeviceAddresses.add(scope, rng.info(), device);
        out.device(device, rng.info());
    }

    void addNvram() {
        for (Nvram nvram : scope.definition().devices().of(Nvram.class)) {
            if (nvram.info().address().orElse(null) instanceof Address.SpaprVio vio
                    && vio.reg().isPresent()) {
                out.add("-global", "spapr-nvram.reg=0x%x".formatted(vio.reg().getAsLong()));
            }
        }
    }

    void addPanic() {
        for (Panic panic : scope.definition().devices().of(Panic.class)) {
            if (panic.model().filter(m -> m == Panic.Model.ISA).isPresent()) {
                var device = JsonObject.builder().put("driver", "pvpanic");
                if (panic.info().address().orElse(null) instanceof Address.Isa isa) {
                    device.putNumber("ioport", isa.iobase());
                }
                out.device(device);
            }
        }
    }

    void addVsock() {
        for (Vsock vsock : scope.definition().devices().of(Vsock.class)) {
            String driver = VirtioDevices.driver("vhost-vsock", vsock.info(), vsock.model());
            var device = VirtioDevices.begin(driver, vsock.virtio());
            device.put("id", DomainScope.alias(vsock));
            device.putNumber("guest-cid", vsock.cid());
            device.put("vhostfd", Integer.toString(out.pass(new Descriptor.VhostVsock())));
            DeviceAddresses.add(scope, vsock.info(), device);
            out.device(device, vsock.info());
        }
    }

    void addVmCoreInfo() {
        if (scope.isOn(dev.jvirt.documents.domain.Features.Name.VMCOREINFO)
                && scope.has(QemuFlag.VMCOREINFO)) {
            out.device(JsonObject.builder().put("driver", "vmcoreinfo"));
        }
    }
}
