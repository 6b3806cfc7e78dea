package dev.jvirt.documents.domain;

import java.util.ArrayList;
import java.util.List;

/// How devices follow one another in a document.
final class DeviceOrder {
    private DeviceOrder() {}

    /// Devices sorted by kind; those of one kind stay as they are.
    static List<Device> byKind(List<Device> devices) {
        var sorted = new ArrayList<>(devices);
        sorted.sort((one, other) -> Integer.compare(rank(one), rank(other)));
        return List.copyOf(sorted);
    }

    /// Where the devices of a kind stand.
    private static int rank(Device device) {
        return switch (device) {
            case Disk _ -> 0;
            case Controller _ -> 1;
            case Lease _ -> 2;
            case Filesystem _ -> 3;
            case NetworkInterface _ -> 4;
            case Smartcard _ -> 5;
            case CharDevice chars ->
                    switch (chars.target()) {
                        case CharTarget.Serial _ -> 6;
                        case CharTarget.Parallel _ -> 7;
                        case CharTarget.Console _ -> 8;
                        case CharTarget.GuestForward _,
                                CharTarget.VirtioChannel _,
                                CharTarget.XenChannel _ ->
                                9;
                    };
            case Input _ -> 10;
            case Tpm _ -> 11;
            case Graphics _ -> 12;
            case Sound _ -> 13;
            case Audio _ -> 14;
            case Video _ -> 15;
            case HostDevice _ -> 16;
            case RedirectedDevice _ -> 17;
            case RedirectionFilter _ -> 18;
            case Hub _ -> 19;
            case Watchdog _ -> 20;
            case MemoryBalloon _ -> 21;
            case Rng _ -> 22;
            case Nvram _ -> 23;
            case Panic _ -> 24;
            case SharedMemory _ -> 25;
            case MemoryDevice _ -> 26;
            case Iommu _ -> 27;
            case Vsock _ -> 28;
        };
    }

    /// Devices in the order in which libvirt walks through them; those of one kind stay as they
    /// are.
    static List<Device> walk(List<Device> devices) {
        var sorted = new ArrayList<>(devices);
        sorted.sort((one, other) -> Integer.compare(step(one), step(other)));
        return List.copyOf(sorted);
    }

    private static int step(Device device) {
        return switch (device) {
            case Disk _ -> 0;
            case NetworkInterface _ -> 1;
            case Sound _ -> 2;
            case HostDevice _ -> 3;
            case Video _ -> 4;
            case Controller _ -> 5;
            case Smartcard _ -> 6;
            case CharDevice chars ->
                    switch (chars.target()) {
                        case CharTarget.Serial _ -> 7;
                        case CharTarget.Parallel _ -> 8;
                        case CharTarget.Console _ -> 10;
                        default -> 9;
                    };
            case Input _ -> 11;
            case Filesystem _ -> 12;
            case Watchdog _ -> 13;
            case MemoryBalloon _ -> 14;
            case Rng _ -> 15;
            case Nvram _ -> 16;
            case Hub _ -> 17;
            case SharedMemory _ -> 18;
            case Tpm _ -> 19;
            case Panic _ -> 20;
            case MemoryDevice _ -> 21;
            case RedirectedDevice _ -> 22;
            case Iommu _ -> 23;
            case Vsock _ -> 24;
            case Graphics _ -> 25;
            case Audio _ -> 26;
            case Lease _, RedirectionFilter _ -> 27;
        };
    }

    /// Devices of a document with disks, controllers and graphics cards moved to their places.
    static List<Device> asInserted(List<Device> devices) {
        var disks = new ArrayList<Disk>();
        var controllers = new ArrayList<Controller>();
        var videos = new ArrayList<Video>();
        var others = new ArrayList<Device>();
        for (Device device : devices) {
            switch (device) {
                case Disk disk -> insert(disks, disk);
                case Controller controller -> insert(controllers, controller);
                case Video video when video.primary() -> videos.addFirst(video);
                case Video video -> videos.add(video);
                default -> others.add(device);
            }
        }
        others.addAll(disks);
        others.addAll(controllers);
        others.addAll(videos);
        return others;
    }

    /// Puts a disk before those of its bus that have a later name.
    static void insert(List<Disk> disks, Disk disk) {
        int at = -1;
        int index = DiskName.index(disk.target().dev());
        for (int i = disks.size() - 1; i >= 0; i--) {
            var other = disks.get(i);
            if (!other.bus().equals(disk.bus())) {
                continue;
            }
            if (DiskName.index(other.target().dev()) > index) {
                at = i;
            } else if (at < 0) {
                at = i + 1;
            }
        }
        disks.add(at < 0 ? disks.size() : at, disk);
    }

    /// Puts a controller before those of its type that have a higher index, and before its own
    /// companions.
    static void insert(List<Controller> controllers, Controller controller) {
        int at = -1;
        for (int i = controllers.size() - 1; i >= 0; i--) {
            var other = controllers.get(i);
            if (other.type() != controller.type()) {
                continue;
            }
            if (controller.index().isEmpty()) {
                at = i + 1;
                break;
            }
            int index = controller.index().getAsInt();
            int otherIndex = other.index().orElse(-1);
            boolean companion =
                    controller.info().usbMaster().isEmpty()
                            && other.info().usbMaster().isPresent()
                            && otherIndex == index;
            if (otherIndex > index || companion) {
                at = i;
            } else if (at < 0) {
                at = i + 1;
            }
        }
        controllers.add(at < 0 ? controllers.size() : at, controller);
    }
}
