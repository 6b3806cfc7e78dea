package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainFilesystem;
import dev.jvirt.api.domain.DomainHostnameFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainInterface;
import dev.jvirt.api.domain.DomainInterfaceAddressesSource;
import dev.jvirt.api.domain.DomainIpAddress;
import dev.jvirt.api.domain.DomainProcessSignal;
import dev.jvirt.api.domain.DomainSetTimeFlag;
import dev.jvirt.api.domain.DomainTime;
import dev.jvirt.api.domain.DomainUserPasswordFlag;
import dev.jvirt.api.driver.DomainGuestDriver;
import dev.jvirt.api.network.IpAddressType;
import dev.jvirt.base.domain.PublishedDomain;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.InterfaceSource;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.network.InternetAddress;
import dev.jvirt.documents.network.NetworkAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The insides of the guests of a world: every one has the same two file systems, and an agent that
/// answers at once.
final class TestGuestDriver implements DomainGuestDriver {
    private static final List<String> MOUNTPOINTS = List.of("/", "/boot");

    /// Each running domain has so many addresses for itself.
    private static final int ADDRESSES = 20;

    private final DomainAccess access;

    TestGuestDriver(DomainAccess access) {
        this.access = access;
    }

    @Override
    public String hostname(DomainId domain, Flags<DomainHostnameFlag> flags) {
        flags.allow(TEST, "testDomainGetHostname");
        return access.running(domain).current().name() + "host";
    }

    @Override
    public List<DomainInterface> interfaceAddresses(
            DomainId domain, DomainInterfaceAddressesSource source, int flags) {
        Flags.refuse(TEST, "testDomainInterfaceAddresses", flags);
        PublishedDomain published = access.running(domain);
        int id = published.identity().id();
        var interfaces = new ArrayList<DomainInterface>();
        List<NetworkInterface> nics = published.current().devices().interfaces();
        for (int i = 0; i < nics.size(); i++) {
            NetworkInterface nic = nics.get(i);
            interfaces.add(
                    new DomainInterface(
                            nic.target().dev().orElse(""),
                            nic.mac().address().map(Object::toString),
                            List.of(address(nic, id, i))));
        }
        return interfaces;
    }

    private DomainIpAddress address(NetworkInterface nic, int id, int index) {
        if (!(nic.source() instanceof InterfaceSource.Network network)) {
            return new DomainIpAddress(IpAddressType.IPV4, "192.168.0." + (1 + index), 24);
        }
        int place = ADDRESSES * (id - 1) + 1 + index;
        List<NetworkAddress> addresses =
                access.world()
                        .networks()
                        .require(network.name())
                        .definition()
                        .addressing()
                        .addresses();
        if (addresses.isEmpty()) {
            return new DomainIpAddress(IpAddressType.IPV4, "192.168.0." + (1 + index), 24);
        }
        NetworkAddress ip = addresses.getFirst();
        InternetAddress first =
                ip.dhcp().ranges().isEmpty()
                        ? ip.address()
                        : ip.dhcp().ranges().getFirst().addresses().start();
        return new DomainIpAddress(
                first.isIpv6() ? IpAddressType.IPV6 : IpAddressType.IPV4,
                first.plus(place).toString(),
                ip.networkBits().orElse(0));
    }

    @Override
    public DomainTime time(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainGetTime", flags);
        return awake(domain).time();
    }

    private GuestState awake(DomainId domain) {
        if (!access.published(domain).isActive()) {
            throw TestErrors.invalidOperation("domain is not running");
        }
        return access.guest(domain);
    }

    @Override
    public void setTime(DomainId domain, DomainTime time, Flags<DomainSetTimeFlag> flags) {
        flags.allow(TEST, "testDomainSetTime", DomainSetTimeFlag.SYNC);
        access.guest(domain).time(time);
    }

    @Override
    public List<DomainFilesystem> filesystems(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainGetFSInfo", flags);
        for (Disk disk : access.running(domain).current().devices().disks()) {
            if (disk.kind() == Disk.Kind.DISK) {
                return filesystems(disk.target().dev());
            }
        }
        return List.of();
    }

    private static List<DomainFilesystem> filesystems(String disk) {
        var filesystems = new ArrayList<DomainFilesystem>();
        for (String mountpoint : MOUNTPOINTS) {
            int partition = filesystems.size() + 1;
            filesystems.add(
                    new DomainFilesystem(mountpoint, disk + partition, "ext4", List.of(disk)));
        }
        return filesystems;
    }

    @Override
    public int freeze(DomainId domain, List<String> mountpoints, int flags) {
        Flags.refuse(TEST, "testDomainFSFreeze", flags);
        Set<String> frozen = access.guest(domain).frozen();
        int changed = 0;
        for (String mountpoint : chosen(mountpoints)) {
            changed += frozen.add(mountpoint) ? 1 : 0;
        }
        return changed;
    }

    @Override
    public int thaw(DomainId domain, List<String> mountpoints, int flags) {
        Flags.refuse(TEST, "testDomainFSThaw", flags);
        Set<String> frozen = access.guest(domain).frozen();
        int changed = 0;
        for (String mountpoint : chosen(mountpoints)) {
            changed += frozen.remove(mountpoint) ? 1 : 0;
        }
        return changed;
    }

    private static List<String> chosen(List<String> mountpoints) {
        mountpoints.forEach(TestGuestDriver::requireMountpoint);
        return mountpoints.isEmpty() ? MOUNTPOINTS : mountpoints;
    }

    private static void requireMountpoint(String mountpoint) {
        if (!MOUNTPOINTS.contains(mountpoint)) {
            throw TestErrors.invalidOperation("mount point not found: " + mountpoint);
        }
    }

    @Override
    public void trim(DomainId domain, Optional<String> mountpoint, long minimum, int flags) {
        Flags.refuse(TEST, "testDomainFSTrim", flags);
        access.running(domain);
        mountpoint.ifPresent(TestGuestDriver::requireMountpoint);
    }

    @Override
    public void setUserPassword(
            DomainId domain, String user, String password, Flags<DomainUserPasswordFlag> flags) {
        flags.allow(TEST, "testDomainSetUserPassword", DomainUserPasswordFlag.ENCRYPTED);
        access.running(domain);
    }

    @Override
    public void sendProcessSignal(
            DomainId domain, long pid, DomainProcessSignal signal, int flags) {
        Flags.refuse(TEST, "testDomainSendProcessSignal", flags);
        access.require(domain);
        if (pid != 1) {
            throw TestErrors.invalidArgument("only sending a signal to pid 1 is supported");
        }
    }
}
