package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.qemu.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// Serial and parallel ports, channels and consoles.
final class PortArguments {
    private static final String SPICE_AGENT = "com.redhat.spice.0";

    private final DomainScope scope;
    private final Arguments out;
    private final CharArguments chars;

    private PortArguments(DomainScope scope, Arguments out) {
        this.scope = scope;
        this.out = out;
        this.chars = new CharArguments(scope, out);
    }

    static void add(DomainScope scope, Arguments out) {
        var ports = new PortArguments(scope, out);
        var devices = scope.definition().devices();
        devices.serials().forEach(ports::add);
        devices.parallels().forEach(ports::add);
        devices.channels().forEach(ports::add);
        devices.consoles().forEach(ports::add);
    }

    private void add(CharDevice device) {
        switch (device.target()) {
            case CharTarget.Serial serial -> addSerial(device, serial);
            case CharTarget.Parallel _ -> {
                String chardev =
                        chars.add(
                                device.backend(),
                                DomainScope.alias(device),
                                CharArguments.Use.PARALLEL);
                out.device(device("isa-parallel", chardev, device));
            }
            case CharTarget.GuestForward forward -> addForward(device, forward);
            case CharTarget.VirtioChannel channel -> addChannel(device, channel);
            case CharTarget.Console console -> addConsole(device, console);
            case CharTarget.XenChannel _ -> {}
        }
    }

    private String chardev(CharDevice device) {
        return chars.add(device.backend(), DomainScope.alias(device));
    }

    private static JsonObject.Builder device(String driver, String chardev, CharDevice device) {
        return JsonObject.builder()
                .put("driver", driver)
                .put("chardev", chardev)
                .put("id", DomainScope.alias(device));
    }

    private void addSerial(CharDevice device, CharTarget.Serial serial) {
        String chardev = chardev(device);
        var model = serial.model().orElse(CharTarget.SerialModel.ISA_SERIAL);
        boolean board =
                serial.type().isEmpty()
                        || model == CharTarget.SerialModel.PL011
                        || model == CharTarget.SerialModel.UART_16550A;
        if (board) {
            out.add("-serial", "chardev:" + chardev);
            return;
        }
        var properties = device(driver(model), chardev, device);
        if (model == CharTarget.SerialModel.ISA_SERIAL) {
            properties.putNumber("index", serial.port());
        }
        DeviceAddresses.add(scope, device.info(), properties);
        out.device(properties);
    }

    private static String driver(CharTarget.SerialModel model) {
        return model.word();
    }

    private void addForward(CharDevice device, CharTarget.GuestForward forward) {
        String chardev = chardev(device);
        String rule = "tcp:%s:%d-chardev:%s".formatted(forward.address(), forward.port(), chardev);
        out.netdev(
                JsonObject.builder()
                        .put("type", "user")
                        .put("guestfwd", NetworkArguments.strings(List.of(rule)))
                        .put("id", DomainScope.alias(device))
                        .build());
    }

    private void addChannel(CharDevice device, CharTarget.VirtioChannel channel) {
        String chardev = chardev(device);
        var properties = virtioPort("virtserialport", device);
        properties.put("chardev", chardev).put("id", DomainScope.alias(device));
        boolean spice = device.backend().source() instanceof CharSource.SpiceVmc;
        var name = channel.name().or(() -> spice ? Optional.of(SPICE_AGENT) : Optional.empty());
        out.device(properties.putText("name", name));
    }

    private JsonObject.Builder virtioPort(String driver, CharDevice device) {
        var properties = JsonObject.builder().put("driver", driver);
        if (device.info().address().orElse(null) instanceof Address.VirtioSerial port) {
            String bus = scope.busOf(Controller.Type.VIRTIO_SERIAL, port.controller());
            properties.put("bus", "%s.%d".formatted(bus, port.bus()));
            properties.put("nr", port.port());
        } else {
            DeviceAddresses.add(scope, device.info(), properties);
        }
        return properties;
    }

    private void addConsole(CharDevice device, CharTarget.Console console) {
        switch (console.type().orElse(CharTarget.ConsoleType.SERIAL)) {
            // The first console is the first serial port, seen through another element.
            case SERIAL -> {}
            case VIRTIO -> {
                String chardev = chardev(device);
                var properties = virtioPort("virtconsole", device);
                out.device(properties.put("chardev", chardev).put("id", DomainScope.alias(device)));
            }
            case SCLP -> out.device(device("sclpconsole", chardev(device), device));
            case SCLPLM -> out.device(device("sclplmconsole", chardev(device), device));
            case XEN, UML, LXC, OPENVZ ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "unsupported console target type %s"
                                    .formatted(console.type().get().word()));
        }
    }
}
