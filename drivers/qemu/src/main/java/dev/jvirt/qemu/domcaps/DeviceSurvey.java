package dev.jvirt.qemu.domcaps;

import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.domcaps.Offer.Choice;
import dev.jvirt.qemu.emulator.EmulatorChoice;
import java.util.ArrayList;
import java.util.List;

/// Finds out what devices domains can have.
final class DeviceSurvey {
    private final EmulatorChoice choice;
    private final QemuCapabilities emulator;
    private final GuestHost host;

    DeviceSurvey(EmulatorChoice choice, GuestHost host) {
        this.choice = choice;
        this.emulator = choice.capabilities();
        this.host = host;
    }

    List<Offer> devices() {
        return List.of(
                disk(),
                graphics(),
                video(),
                hostDevice(),
                rng(),
                fileSystem(),
                tpm(),
                redirected(),
                channel());
    }

    /// Words of which each is there if something holds.
    private static final class Words {
        private final List<String> words = new ArrayList<>();

        Words add(String word, boolean there) {
            if (there) {
                words.add(word);
            }
            return this;
        }

        Choice named(String name) {
            return new Choice(name, words);
        }
    }

    private static Words words() {
        return new Words();
    }

    private boolean has(QemuFlag flag) {
        return emulator.has(flag);
    }

    private Offer disk() {
        boolean floppy = MachineFamily.of(choice.arch(), choice.machine()) != MachineFamily.PSERIES;
        return Offer.of(
                "disk",
                true,
                words().add("disk", true)
                        .add("cdrom", true)
                        .add("floppy", floppy)
                        .add("lun", true)
                        .named("diskDevice"),
                words().add("ide", MachineFamily.hasIde(choice.arch(), choice.machine()))
                        .add("fdc", floppy)
                        .add("scsi", true)
                        .add("virtio", true)
                        .add("usb", has(QemuFlag.USB_STORAGE))
                        .add("sata", has(QemuFlag.ICH9_AHCI))
                        .named("bus"),
                virtioModels(true));
    }

    /// Devices of the old and of the new standard, and such as follow both.
    private Choice virtioModels(boolean any) {
        boolean both = any && has(QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL);
        return words().add("virtio", any)
                .add("virtio-transitional", both)
                .add("virtio-non-transitional", both)
                .named("model");
    }

    private Offer graphics() {
        return Offer.of(
                "graphics",
                true,
                words().add("sdl", has(QemuFlag.SDL))
                        .add("vnc", has(QemuFlag.VNC))
                        .add("spice", has(QemuFlag.SPICE))
                        .add("egl-headless", has(QemuFlag.EGL_HEADLESS))
                        .add("dbus", has(QemuFlag.DISPLAY_DBUS))
                        .named("type"));
    }

    private Offer video() {
        return Offer.of(
                "video",
                true,
                words().add("vga", has(QemuFlag.VGA))
                        .add("cirrus", has(QemuFlag.CIRRUS_VGA))
                        .add("vmvga", has(QemuFlag.VMWARE_SVGA))
                        .add("qxl", has(QemuFlag.QXL))
                        .add("virtio", has(QemuFlag.VIRTIO_GPU))
                        .add("none", true)
                        .add("bochs", has(QemuFlag.BOCHS_DISPLAY))
                        .add("ramfb", has(QemuFlag.RAMFB))
                        .named("modelType"));
    }

    private Offer hostDevice() {
        return Offer.of(
                "hostdev",
                true,
                new Choice("mode", List.of("subsystem")),
                new Choice(
                        "startupPolicy", List.of("default", "mandatory", "requisite", "optional")),
                words().add("usb", hasUsb()).add("pci", true).add("scsi", true).named("subsysType"),
                new Choice("capsType", List.of()),
                new Choice("pciBackend", host.vfio() ? List.of("default", "vfio") : List.of()));
    }

    private boolean hasUsb() {
        return has(QemuFlag.PIIX3_USB_UHCI)
                || has(QemuFlag.PIIX4_USB_UHCI)
                || has(QemuFlag.USB_EHCI)
                || has(QemuFlag.ICH9_USB_EHCI1)
                || has(QemuFlag.VT82C686B_USB_UHCI)
                || has(QemuFlag.PCI_OHCI)
                || has(QemuFlag.NEC_USB_XHCI)
                || has(QemuFlag.QEMU_XHCI);
    }

    private Offer rng() {
        return Offer.of(
                "rng",
                true,
                virtioModels(has(QemuFlag.VIRTIO_RNG)),
                words().add("random", has(QemuFlag.RNG_RANDOM))
                        .add("egd", has(QemuFlag.RNG_EGD))
                        .add("builtin", has(QemuFlag.RNG_BUILTIN))
                        .named("backendModel"));
    }

    private Offer fileSystem() {
        return Offer.of(
                "filesystem",
                true,
                words().add("path", true)
                        .add("handle", true)
                        .add("virtiofs", has(QemuFlag.VHOST_USER_FS))
                        .named("driverType"));
    }

    private Offer tpm() {
        boolean ppc = Architectures.isPpc64(choice.arch());
        Words models =
                words().add("tpm-tis", has(QemuFlag.TPM_TIS))
                        .add("tpm-crb", has(QemuFlag.TPM_CRB))
                        .add("tpm-spapr", has(QemuFlag.TPM_SPAPR))
                        .add("spapr-tpm-proxy", ppc && has(QemuFlag.SPAPR_TPM_PROXY));
        boolean emulated = host.tpmVersions().isPresent() && has(QemuFlag.TPM_EMULATOR);
        var choices = new ArrayList<Choice>();
        choices.add(models.named("model"));
        choices.add(
                words().add("passthrough", has(QemuFlag.TPM_PASSTHROUGH))
                        .add("emulator", emulated)
                        .add("external", emulated)
                        .named("backendModel"));
        if (host.tpmVersions().isPresent()) {
            Words versions = words();
            for (GuestHost.TpmVersion version : GuestHost.TpmVersion.values()) {
                versions.add(version.text(), host.tpmVersions().get().contains(version));
            }
            choices.add(versions.named("backendVersion"));
        }
        return Offer.of("tpm", !models.words.isEmpty(), choices.toArray(Choice[]::new));
    }

    private Offer redirected() {
        return Offer.of("redirdev", has(QemuFlag.USB_REDIR), new Choice("bus", List.of("usb")));
    }

    private Offer channel() {
        return Offer.of(
                "channel",
                true,
                words().add("pty", true)
                        .add("unix", true)
                        .add("spicevmc", has(QemuFlag.SPICE))
                        .named("type"));
    }
}
