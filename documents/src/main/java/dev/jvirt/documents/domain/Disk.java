package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;

/// `<disk>`: what the guest sees and where its data lives.
public record Disk(
        Kind kind,
        DiskPolicy policy,
        DiskDriver driver,
        StorageSource source,
        DiskState state,
        Target target,
        DiskAppearance appearance,
        DeviceInfo info)
        implements GuestDevice {
    /// What kind of drive the guest sees.
    public enum Kind implements Word {
        DISK,
        CDROM,
        FLOPPY,
        LUN
    }

    /// The bus on which the guest sees it.
    public enum Bus implements Word {
        IDE,
        FDC,
        SCSI,
        VIRTIO,
        XEN,
        USB,
        UML,
        SATA,
        SD
    }

    /// `<target>`: where the guest sees the disk.
    ///
    /// @param bus absent until it is guessed from the name
    /// @param removable whether a USB disk says that it can be taken out
    /// @param rotationRate revolutions a minute; 1 for a solid state disk
    public record Target(
            String dev,
            Optional<Bus> bus,
            boolean trayOpen,
            Optional<Boolean> removable,
            OptionalInt rotationRate) {
        /// A target without options.
        public Target(String dev, Bus bus) {
            this(dev, Optional.of(bus), false, Optional.empty(), OptionalInt.empty());
        }

        /// The same under another name.
        public Target withDev(String value) {
            return new Target(value, bus, trayOpen, removable, rotationRate);
        }

        /// The same on another bus.
        public Target withBus(Bus value) {
            return new Target(dev, Optional.of(value), trayOpen, removable, rotationRate);
        }

        /// The same with the tray open or closed.
        public Target withTrayOpen(boolean value) {
            return new Target(dev, bus, value, removable, rotationRate);
        }

        static Target parse(Element disk) {
            var target = disk.child("target");
            if (target.isEmpty()) {
                return new Target(
                        "", Optional.empty(), false, Optional.empty(), OptionalInt.empty());
            }
            var element = target.get();
            String tray = element.attribute("tray").orElse("closed");
            if (!tray.equals("open") && !tray.equals("closed")) {
                throw element.invalid("tray", tray);
            }
            return new Target(
                    element.attribute("dev").orElse(""),
                    element.choice("bus", Bus.class),
                    tray.equals("open"),
                    element.onOff("removable"),
                    element.positive("rotation_rate"));
        }

        void format(XmlWriter out, Kind kind) {
            out.start("target")
                    .attribute("dev", dev)
                    .attribute("bus", bus.map(Word::word).orElse("none"));
            if (trayOpen && (kind == Kind.FLOPPY || kind == Kind.CDROM)) {
                out.attribute("tray", "open");
            }
            if (bus.filter(b -> b == Bus.USB).isPresent()) {
                out.onOff("removable", removable);
            }
            out.attribute("rotation_rate", rotationRate).end();
        }
    }

    /// The bus; absent until it is guessed from the name.
    public Optional<Bus> bus() {
        return target.bus();
    }

    /// Whether the disk is on that bus.
    public boolean isOn(Bus bus) {
        return target.bus().filter(b -> b == bus).isPresent();
    }

    /// The image to which a running job copies.
    public Optional<DiskMirror> mirror() {
        return state.mirror();
    }

    @Override
    public Disk withInfo(DeviceInfo value) {
        return new Disk(kind, policy, driver, source, state, target, appearance, value);
    }

    /// The same with another image.
    public Disk withSource(StorageSource value) {
        return new Disk(kind, policy, driver, value, state, target, appearance, info);
    }

    /// The same with another target.
    public Disk withTarget(Target value) {
        return new Disk(kind, policy, driver, source, state, value, appearance, info);
    }

    /// The same with other driver options.
    public Disk withDriver(DiskDriver value) {
        return new Disk(kind, policy, value, source, state, target, appearance, info);
    }

    /// The same with another policy.
    public Disk withPolicy(DiskPolicy value) {
        return new Disk(kind, value, driver, source, state, target, appearance, info);
    }

    /// The same with another mirror or none.
    public Disk withMirror(Optional<DiskMirror> value) {
        return withState(state.withMirror(value));
    }

    /// The same in another state.
    public Disk withState(DiskState value) {
        return new Disk(kind, policy, driver, source, value, target, appearance, info);
    }

    static Disk parse(Element disk, ParseFlags flags) {
        var driver = disk.child("driver");
        return new Disk(
                disk.choice("device", Kind.class).orElse(Kind.DISK),
                DiskPolicy.parse(disk),
                driver.map(DiskDriver::parse).orElse(DiskDriver.NONE),
                source(disk, flags)
                        .withFormat(driver.flatMap(StorageSource::driverFormat))
                        .withMetadataCache(StorageSource.metadataCache(driver)),
                DiskState.parse(disk, flags),
                Target.parse(disk),
                DiskAppearance.parse(disk),
                DeviceInfo.parseBootable(disk, flags));
    }

    private static StorageSource source(Element disk, ParseFlags flags) {
        String type = disk.attribute("type").orElse("file");
        var element = disk.child("source");
        var source = StorageSource.EMPTY;
        if (element.isPresent()) {
            source = StorageSource.parse(element.get(), type, flags);
            if (!flags.inactive()) {
                source = source.withIndex(element.get().unsigned("index").orElse(0));
            }
        } else if (!isKnownType(type)) {
            throw disk.invalid("type", type);
        }
        var access = source.access();
        var auth = disk.child("auth");
        if (auth.isPresent()) {
            refuseSecond(access.authentication().isPresent(), "auth");
            access = access.withAuthentication(auth.map(StorageAuthentication::parse));
        }
        var encryption = disk.child("encryption");
        if (encryption.isPresent()) {
            refuseSecond(access.encryption().isPresent(), "encryption");
            access = access.withEncryption(encryption.map(StorageEncryption::parse));
        }
        return source.withAccess(access).withBacking(StorageSource.parseBacking(disk, flags));
    }

    private static boolean isKnownType(String type) {
        return switch (type) {
            case "file", "block", "dir", "network", "volume", "nvme", "vhostuser" -> true;
            default -> false;
        };
    }

    private static void refuseSecond(boolean second, String element) {
        if (second) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "an <%s> definition already found for disk source".formatted(element));
        }
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("disk").attribute("type", source.location().type()).attribute("device", kind);
        policy.formatAttributes(out);
        driver.format(out, source);
        if (policy.authenticationOutside()) {
            source.access().authentication().ifPresent(a -> a.format(out));
        }
        source.formatSource(
                out,
                flags,
                new StorageSource.Placement(
                        policy.authenticationOutside(),
                        policy.encryptionOutside(),
                        true,
                        policy.startupPolicy()));
        source.formatBacking(out, flags);
        policy.backendDomain()
                .ifPresent(d -> out.start("backenddomain").attribute("name", d).end());
        appearance.formatGeometry(out);
        if (!flags.inactive()) {
            mirror().ifPresent(m -> m.format(out, flags));
        }
        target.format(out, kind);
        policy.formatChildren(out);
        appearance.formatIdentity(out);
        if (policy.encryptionOutside()) {
            source.access().encryption().ifPresent(e -> e.format(out));
        }
        info.format(out);
        if (flags.status()) {
            state.formatNames(out);
            policy.formatPlacement(out);
        }
        out.end();
    }
}
