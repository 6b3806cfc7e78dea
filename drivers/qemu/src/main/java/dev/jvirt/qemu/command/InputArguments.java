package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Hub;
import dev.jvirt.documents.domain.Input;
import dev.jvirt.qemu.json.JsonObject;

/// Mice, keyboards, tablets, event devices of the host, and USB hubs.
final class InputArguments {
    private InputArguments() {}

    static void addHubs(DomainScope scope, Arguments out) {
        for (Hub hub : scope.definition().devices().of(Hub.class)) {
            var properties = JsonObject.builder().put("driver", "usb-hub");
            properties.put("id", DomainScope.alias(hub));
            DeviceAddresses.add(scope, hub.info(), properties);
            out.device(properties);
        }
    }

    static void add(DomainScope scope, Arguments out) {
        for (Input input : scope.definition().devices().inputs()) {
            if (input.type() == Input.Type.EVDEV) {
                out.object(eventDevice(input));
            } else if (input.isOn(Input.Bus.USB) || input.isOn(Input.Bus.VIRTIO)) {
                out.device(device(scope, input));
            }
        }
    }

    private static JsonObject eventDevice(Input input) {
        var source = input.source();
        var properties =
                JsonObject.builder()
                        .put("qom-type", "input-linux")
                        .put("id", DomainScope.alias(input))
                        .put("evdev", source.device().orElse(""));
        properties.putTrue("repeat", source.repeat().orElse(false));
        properties.putTrue("grab_all", source.grab().isPresent());
        source.grabToggle().ifPresent(toggle -> properties.put("grab-toggle", toggle.word()));
        return properties.build();
    }

    private static JsonObject.Builder device(DomainScope scope, Input input) {
        var properties =
                input.isOn(Input.Bus.USB)
                        ? JsonObject.builder().put("driver", usbDriver(input))
                        : VirtioDevices.begin(
                                VirtioDevices.driver(
                                        virtioDriver(input), input.info(), input.model()),
                                input.virtio());
        properties.put("id", DomainScope.alias(input));
        properties.putText("evdev", input.source().device());
        DeviceAddresses.add(scope, input.info(), properties);
        return properties;
    }

    private static String usbDriver(Input input) {
        return switch (input.type()) {
            case MOUSE -> "usb-mouse";
            case TABLET -> "usb-tablet";
            case KEYBOARD, PASSTHROUGH, EVDEV -> "usb-kbd";
        };
    }

    private static String virtioDriver(Input input) {
        return switch (input.type()) {
            case MOUSE -> "virtio-mouse";
            case TABLET -> "virtio-tablet";
            case KEYBOARD -> "virtio-keyboard";
            case PASSTHROUGH, EVDEV -> "virtio-input-host";
        };
    }
}
