package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `<os>` and what belongs to it: how the guest is booted.
///
/// @param arch absent until the host's is taken
/// @param machine absent until the emulator's default is taken
public record Os(
        Type type,
        Optional<String> arch,
        Optional<String> machine,
        Firmware firmware,
        Kernel kernel,
        Boot boot,
        SystemInfo systemInfo,
        Container container) {
    /// What interface to the hypervisor the guest has.
    public enum Type implements Word {
        HVM,
        XEN,
        LINUX,
        EXE,
        UML,
        XENPVH
    }

    /// Files that a host boots directly.
    ///
    /// @param bootloader program that finds the kernel (Xen)
    public record Kernel(
            Optional<String> kernel,
            Optional<String> initrd,
            Optional<String> cmdline,
            Optional<String> dtb,
            Optional<String> root,
            Optional<String> slicTable,
            Optional<String> bootloader,
            Optional<String> bootloaderArgs) {
        /// Nothing said.
        public static final Kernel NONE =
                new Kernel(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        static Kernel parse(Element domain, Type type) {
            var os = domain.child("os");
            boolean boots = type != Type.LINUX && type != Type.EXE;
            return new Kernel(
                    boots ? text(os, "kernel") : Optional.empty(),
                    boots ? text(os, "initrd") : Optional.empty(),
                    type != Type.LINUX ? text(os, "cmdline") : Optional.empty(),
                    boots ? text(os, "dtb") : Optional.empty(),
                    boots ? text(os, "root") : Optional.empty(),
                    type == Type.HVM ? os.flatMap(Kernel::slic) : Optional.empty(),
                    domain.text("bootloader"),
                    domain.text("bootloader_args"));
        }

        private static Optional<String> text(Optional<Element> os, String name) {
            return os.flatMap(o -> o.text(name));
        }

        private static Optional<String> slic(Element os) {
            var tables = os.child("acpi").map(a -> a.children("table")).orElse(List.of());
            if (tables.size() > 1) {
                throw new LibvirtException(XML_ERROR, "Only one acpi table is supported");
            }
            if (tables.isEmpty()) {
                return Optional.empty();
            }
            String type =
                    tables.getFirst()
                            .attribute("type")
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR, "Missing acpi table type"));
            if (!type.equals("slic")) {
                throw new LibvirtException(
                        XML_ERROR, "Unknown acpi table type: %s".formatted(type));
            }
            return Optional.of(Paths.sanitize(tables.getFirst().text()));
        }

        void formatBootloader(XmlWriter out) {
            if (bootloader.isPresent()) {
                out.leaf("bootloader", bootloader).leaf("bootloader_args", bootloaderArgs);
            }
        }

        void format(XmlWriter out) {
            out.leaf("kernel", kernel)
                    .leaf("initrd", initrd)
                    .leaf("cmdline", cmdline)
                    .leaf("dtb", dtb)
                    .leaf("root", root);
            slicTable.ifPresent(
                    path ->
                            out.start("acpi")
                                    .start("table")
                                    .attribute("type", "slic")
                                    .text(path)
                                    .end()
                                    .end());
        }
    }

    /// From what the firmware boots.
    ///
    /// @param menuTimeout milliseconds
    /// @param rebootTimeout milliseconds until the next try; -1 for never
    public record Boot(
            List<BootDevice> devices,
            Optional<Boolean> menu,
            OptionalInt menuTimeout,
            Optional<Boolean> useSerial,
            OptionalInt rebootTimeout) {
        /// Nothing said.
        public static final Boot NONE =
                new Boot(
                        List.of(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        OptionalInt.empty());

        /// An order with its own copy.
        public Boot {
            devices = List.copyOf(devices);
        }

        /// The same from other devices.
        public Boot withDevices(List<BootDevice> value) {
            return new Boot(value, menu, menuTimeout, useSerial, rebootTimeout);
        }

        static Boot parse(Element os) {
            var devices = new ArrayList<BootDevice>();
            for (Element boot : os.children("boot")) {
                if (devices.size() < BootDevice.values().length) {
                    devices.add(boot.requiredChoice("dev", BootDevice.class));
                }
            }
            var menu = os.child("bootmenu");
            var enabled = menu.flatMap(m -> m.yesNo("enable"));
            var bios = os.child("bios");
            return new Boot(
                    devices,
                    enabled,
                    enabled.orElse(false)
                            ? menu.orElseThrow().unsigned("timeout")
                            : OptionalInt.empty(),
                    bios.flatMap(b -> b.yesNo("useserial")),
                    bios.isEmpty() ? OptionalInt.empty() : bios.get().integer("rebootTimeout"));
        }

        void format(XmlWriter out) {
            for (BootDevice device : devices) {
                out.start("boot").attribute("dev", device).end();
            }
            if (menu.isPresent()) {
                out.start("bootmenu").yesNo("enable", menu).attribute("timeout", menuTimeout).end();
            }
            out.startOptional("bios")
                    .yesNo("useserial", useSerial)
                    .attribute("rebootTimeout", rebootTimeout)
                    .end();
        }
    }

    /// A kind of device to boot from.
    public enum BootDevice implements Word {
        FD,
        CDROM,
        HD,
        NETWORK
    }

    /// The same for another architecture.
    public Os withArch(String value) {
        return new Os(
                type, Optional.of(value), machine, firmware, kernel, boot, systemInfo, container);
    }

    /// The same on another machine.
    public Os withMachine(String value) {
        return new Os(
                type, arch, Optional.of(value), firmware, kernel, boot, systemInfo, container);
    }

    /// The same with other firmware.
    public Os withFirmware(Firmware value) {
        return new Os(type, arch, machine, value, kernel, boot, systemInfo, container);
    }

    /// The same booted from elsewhere.
    public Os withBoot(Boot value) {
        return new Os(type, arch, machine, firmware, kernel, value, systemInfo, container);
    }

    /// The same with another kernel.
    public Os withKernel(Kernel value) {
        return new Os(type, arch, machine, firmware, value, boot, systemInfo, container);
    }

    static Os parse(Element domain, VirtType virtType, ParseFlags flags) {
        var os = domain.child("os");
        var element = os.flatMap(o -> o.child("type"));
        var type = type(domain, virtType);
        boolean hvm = type == Type.HVM;
        return new Os(
                type,
                element.flatMap(t -> t.attribute("arch")).filter(a -> !a.isEmpty()).map(Os::arch),
                element.flatMap(t -> t.attribute("machine")).filter(m -> !m.isEmpty()),
                os.isEmpty() || type == Type.EXE || type == Type.LINUX
                        ? Firmware.NONE
                        : Firmware.parse(os.get(), hvm, flags),
                Kernel.parse(domain, type),
                os.isPresent() && hvm ? Boot.parse(os.get()) : Boot.NONE,
                SystemInfo.parse(domain),
                Container.parse(domain, type == Type.EXE));
    }

    private static Type type(Element domain, VirtType virtType) {
        var word = domain.child("os").flatMap(o -> o.text("type"));
        if (word.isEmpty()) {
            if (domain.text("bootloader").isPresent()) {
                return Type.XEN;
            }
            throw new LibvirtException(XML_ERROR, "an os <type> must be specified");
        }
        var type =
                Word.find(Type.class, word.get())
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                CONFIG_UNSUPPORTED,
                                                "unknown OS type '%s'".formatted(word.get())));
        // Old documents call a paravirtualized Xen guest "linux".
        return type == Type.LINUX && virtType == VirtType.XEN ? Type.XEN : type;
    }

    private static String arch(String name) {
        if (!Architectures.isKnown(name)) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "Unknown architecture %s".formatted(name));
        }
        return name;
    }

    void format(XmlWriter out, VirtType virtType, FormatFlags flags) {
        systemInfo.formatBlocks(out);
        kernel.formatBootloader(out);
        out.start("os").word("firmware", firmware.automatic());
        boolean oldXen = virtType == VirtType.XEN && type == Type.XEN;
        out.start("type")
                .attribute("arch", arch)
                .attribute("machine", machine)
                .text(oldXen ? "linux" : type.word())
                .end();
        firmware.formatFeatures(out);
        container.format(out);
        firmware.formatLoader(out, flags);
        kernel.format(out);
        if (kernel.bootloader().isEmpty()) {
            boot.format(out);
        }
        systemInfo.formatMode(out);
        out.end();
        container.formatIdMap(out);
    }
}
