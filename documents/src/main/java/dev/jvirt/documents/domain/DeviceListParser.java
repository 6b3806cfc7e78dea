package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import java.util.ArrayList;
import java.util.List;

/// Reads `<devices>` kind by kind, in the order in which libvirt does, so that of several mistakes
/// the same one is reported.
final class DeviceListParser {
    private static final List<String> KINDS =
            List.of(
                    "disk",
                    "controller",
                    "lease",
                    "filesystem",
                    "interface",
                    "smartcard",
                    "parallel",
                    "serial",
                    "console",
                    "channel",
                    "input",
                    "graphics",
                    "sound",
                    "audio",
                    "video",
                    "hostdev",
                    "watchdog",
                    "memballoon",
                    "rng",
                    "tpm",
                    "nvram",
                    "hub",
                    "redirdev",
                    "redirfilter",
                    "panic",
                    "shmem",
                    "memory",
                    "iommu",
                    "vsock");

    private DeviceListParser() {}

    static List<Device> parse(Element devices, ParseFlags flags) {
        var all = new ArrayList<Device>();
        var usb = new UsbRules();
        for (String kind : KINDS) {
            var elements = devices.children(kind);
            checkCount(kind, elements.size());
            if (all.size() + elements.size() > Devices.MOST) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED,
                        "a domain cannot have more than %d devices".formatted(Devices.MOST));
            }
            for (Element element : elements) {
                var device = DeviceParser.parse(element, flags).orElseThrow();
                usb.check(device);
                all.add(device);
            }
            if (kind.equals("controller")) {
                usb.checkMaster();
            }
        }
        return all;
    }

    private static void checkCount(String kind, int count) {
        switch (kind) {
            case "watchdog" -> refuseSecond(count, INTERNAL_ERROR, "watchdog device");
            case "memballoon" -> refuseSecond(count, INTERNAL_ERROR, "memory balloon device");
            case "nvram" -> refuseSecond(count, INTERNAL_ERROR, "nvram device");
            case "iommu" -> refuseSecond(count, XML_ERROR, "IOMMU device");
            case "vsock" -> refuseSecond(count, XML_ERROR, "vsock device");
            case "tpm" -> {
                if (count > 2) {
                    throw new LibvirtException(
                            XML_ERROR,
                            "a maximum of two TPM devices is supported, one of them being a TPM"
                                    + " Proxy device");
                }
            }
            case "redirfilter" -> {
                if (count > 1) {
                    throw new LibvirtException(
                            INTERNAL_ERROR, "only one set of redirection filter rule is supported");
                }
            }
            default -> {}
        }
    }

    private static void refuseSecond(int count, ErrorCode code, String what) {
        if (count > 1) {
            throw new LibvirtException(code, "only a single %s is supported".formatted(what));
        }
    }
}
