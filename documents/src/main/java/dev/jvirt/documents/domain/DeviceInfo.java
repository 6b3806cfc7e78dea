package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;

/// What all devices have in common: alias, address, boot order, ROM.
///
/// @param usbMaster first port of the companion of a USB 2 controller (`<master startport=''/>`)
/// @param acpiIndex index under which ACPI names the device
public record DeviceInfo(
        Optional<String> alias,
        Optional<Address> address,
        Optional<Boot> boot,
        Optional<Rom> rom,
        OptionalInt usbMaster,
        OptionalInt acpiIndex) {
    /// Nothing known yet.
    public static final DeviceInfo NONE =
            new DeviceInfo(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty());

    private static final String USER_PREFIX = "ua-";

    /// `<boot order=''/>`.
    public record Boot(int order, Optional<String> loadparm) {
        private static final int MAX_LOADPARM = 8;

        static Boot parse(Element boot) {
            boot.required("order");
            var loadparm = boot.attribute("loadparm").map(Boot::upperCase);
            loadparm.ifPresent(Boot::checkLoadparm);
            return new Boot(boot.nonZero("order").orElse(0), loadparm);
        }

        private static String upperCase(String text) {
            return text.toUpperCase(java.util.Locale.ROOT);
        }

        private static void checkLoadparm(String text) {
            if (text.isEmpty() || text.length() > MAX_LOADPARM) {
                throw new LibvirtException(
                        INTERNAL_ERROR,
                        "loadparm value '%s' must be between 1 and %d characters"
                                .formatted(text, MAX_LOADPARM));
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean allowed =
                        (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == ' ';
                if (!allowed) {
                    throw new LibvirtException(
                            INTERNAL_ERROR,
                            "invalid loadparm value '%s', expecting chars in set of [a-zA-Z0-9.] and blank spaces"
                                    .formatted(text));
                }
            }
        }

        void format(XmlWriter out) {
            out.start("boot").attribute("order", order).attribute("loadparm", loadparm).end();
        }
    }

    /// `<rom/>`: the device's boot ROM.
    public record Rom(Optional<Boolean> enabled, Optional<Boolean> bar, Optional<String> file) {
        static Rom parse(Element rom) {
            var parsed = new Rom(rom.yesNo("enabled"), rom.onOff("bar"), rom.attribute("file"));
            if (!parsed.enabled.orElse(true)
                    && (parsed.bar.isPresent() || parsed.file.isPresent())) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED, "ROM tuning is not supported when ROM is disabled");
            }
            return parsed;
        }

        void format(XmlWriter out) {
            out.startOptional("rom")
                    .yesNo("enabled", enabled)
                    .onOff("bar", bar)
                    .attribute("file", file)
                    .end();
        }
    }

    /// Info with an address alone.
    public static DeviceInfo at(Address address) {
        return NONE.withAddress(Optional.of(address));
    }

    /// The same with another alias.
    public DeviceInfo withAlias(String value) {
        return new DeviceInfo(Optional.of(value), address, boot, rom, usbMaster, acpiIndex);
    }

    /// The same with another address or none.
    public DeviceInfo withAddress(Optional<Address> value) {
        return new DeviceInfo(alias, value, boot, rom, usbMaster, acpiIndex);
    }

    /// The same with another address.
    public DeviceInfo withAddress(Address value) {
        return withAddress(Optional.of(value));
    }

    /// The same with another boot order or none.
    public DeviceInfo withBoot(Optional<Boot> value) {
        return new DeviceInfo(alias, address, value, rom, usbMaster, acpiIndex);
    }

    /// The same with another first port of a USB companion.
    public DeviceInfo withUsbMaster(int startPort) {
        return new DeviceInfo(alias, address, boot, rom, OptionalInt.of(startPort), acpiIndex);
    }

    /// Whether an alias was chosen by the user.
    public static boolean isUserAlias(String alias) {
        if (!alias.startsWith(USER_PREFIX)) {
            return false;
        }
        for (int i = 0; i < alias.length(); i++) {
            char c = alias.charAt(i);
            boolean allowed =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || c == '_'
                            || c == '-';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    /// Reads the common children of a device, without boot order and ROM.
    static DeviceInfo parse(Element device, ParseFlags flags) {
        var alias =
                device.child("alias")
                        .flatMap(a -> a.attribute("name"))
                        .filter(a -> !a.isEmpty())
                        .filter(a -> !flags.inactive() || (flags.userAliases() && isUserAlias(a)));
        return new DeviceInfo(
                alias,
                device.child("address").map(Address::parse),
                Optional.empty(),
                Optional.empty(),
                device.child("master")
                        .map(m -> OptionalInt.of(m.unsigned("startport").orElse(0)))
                        .orElse(OptionalInt.empty()),
                device.child("acpi").map(a -> a.nonZero("index")).orElse(OptionalInt.empty()));
    }

    /// Reads the common children of a device that can be booted from.
    static DeviceInfo parseBootable(Element device, ParseFlags flags) {
        return parse(device, flags).withBoot(device.child("boot").map(Boot::parse));
    }

    /// Reads the common children of a device that can be booted from and has a ROM.
    static DeviceInfo parseWithRom(Element device, ParseFlags flags) {
        var info = parseBootable(device, flags);
        return new DeviceInfo(
                info.alias,
                info.address,
                info.boot,
                device.child("rom").map(Rom::parse),
                info.usbMaster,
                info.acpiIndex);
    }

    /// Writes the common children of a device.
    void format(XmlWriter out) {
        boot.ifPresent(b -> b.format(out));
        alias.ifPresent(a -> out.start("alias").attribute("name", a).end());
        usbMaster.ifPresent(port -> out.start("master").attribute("startport", port).end());
        rom.ifPresent(r -> r.format(out));
        acpiIndex.ifPresent(index -> out.start("acpi").attribute("index", index).end());
        address.ifPresent(a -> a.format(out));
    }
}
