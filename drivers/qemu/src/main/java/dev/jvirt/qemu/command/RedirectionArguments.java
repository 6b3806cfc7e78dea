package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.RedirectedDevice;
import dev.jvirt.documents.domain.RedirectionFilter;
import dev.jvirt.qemu.json.JsonObject;
import java.util.OptionalInt;
import java.util.StringJoiner;

/// USB devices that come over the network.
final class RedirectionArguments {
    private RedirectionArguments() {}

    static void add(DomainScope scope, Arguments out) {
        var chars = new CharArguments(scope, out);
        var filter = scope.definition().devices().first(RedirectionFilter.class);
        for (RedirectedDevice device : scope.definition().devices().of(RedirectedDevice.class)) {
            String alias = DomainScope.alias(device);
            String chardev = chars.add(device.backend(), alias, CharArguments.Use.REDIRECTION);
            var properties = JsonObject.builder().put("driver", "usb-redir");
            properties.put("chardev", chardev).put("id", alias);
            filter.ifPresent(f -> properties.put("filter", text(f)));
            properties.putNumber("bootindex", scope.boot().of(device));
            DeviceAddresses.add(scope, device.info(), properties);
            out.device(properties);
        }
    }

    private static String text(RedirectionFilter filter) {
        var rules = new StringJoiner("|");
        for (RedirectionFilter.UsbDevice device : filter.devices()) {
            rules.add(
                    "%s:%s:%s:%s:%d"
                            .formatted(
                                    number(device.usbClass(), 2),
                                    number(device.vendor(), 4),
                                    number(device.product(), 4),
                                    number(device.version(), 4),
                                    device.allow() ? 1 : 0));
        }
        return rules.toString();
    }

    private static String number(OptionalInt value, int digits) {
        return value.isEmpty() ? "-1" : ("0x%0" + digits + "X").formatted(value.getAsInt());
    }
}
