package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.BlockInfo;
import dev.jvirt.api.domain.BlockStats;
import dev.jvirt.api.domain.DiskError;
import dev.jvirt.api.domain.DiskErrorCode;
import dev.jvirt.api.domain.DiskId;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.driver.DomainBlockDriver;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.IoTune;
import dev.jvirt.documents.domain.StorageLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The disks of the domains of a world. All are of the same size.
final class TestBlockDriver implements DomainBlockDriver {
    private static final long CAPACITY = 1099506450432L;
    private static final long TEBIBYTE = 1099511627776L;

    private final DomainAccess access;

    TestBlockDriver(DomainAccess access) {
        this.access = access;
    }

    @Override
    public BlockStats stats(DiskId disk) {
        if (disk.disk().isEmpty()) {
            throw TestErrors.unsupported("summary statistics are not supported yet");
        }
        DomainDefinition definition = access.running(disk.domain()).current();
        if (find(definition, disk.disk()).isEmpty()) {
            throw TestErrors.invalidArgument("invalid path: " + disk.disk());
        }
        long base = TestClock.microseconds();
        return new BlockStats(base / 10, base / 20, base / 30, base / 40, TestClock.seconds() / 2);
    }

    /// The disk with that name in the guest, or what it is made of.
    static Optional<Disk> find(DomainDefinition definition, String name) {
        for (Disk disk : definition.devices().disks()) {
            if (disk.target().dev().equals(name) || path(disk).filter(name::equals).isPresent()) {
                return Optional.of(disk);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> path(Disk disk) {
        return switch (disk.source().location()) {
            case StorageLocation.File file -> file.path();
            case StorageLocation.Block block -> block.path();
            case StorageLocation.Directory folder -> folder.path();
            default -> Optional.empty();
        };
    }

    @Override
    public BlockInfo info(DiskId disk, int flags) {
        Flags.refuse(TEST, "testDomainGetBlockInfo", flags);
        if (find(access.published(disk.domain()).current(), disk.disk()).isEmpty()) {
            throw TestErrors.invalidArgument(
                    "invalid path %s not assigned to domain".formatted(disk.disk()));
        }
        return new BlockInfo(CAPACITY, TEBIBYTE, TEBIBYTE);
    }

    @Override
    public List<DiskError> errors(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainGetDiskErrors", flags);
        DiskErrorCode[] codes = {DiskErrorCode.UNSPEC, DiskErrorCode.NO_SPACE};
        var errors = new ArrayList<DiskError>();
        for (Disk disk : access.running(domain).current().devices().disks()) {
            errors.add(new DiskError(disk.target().dev(), codes[errors.size() % codes.length]));
        }
        return errors;
    }

    @Override
    public void setIoTune(DiskId disk, TypedParameters limits, Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainSetBlockIoTune", flags);
        access.redefine(
                disk.domain(),
                "virDomainSetBlockIoTune",
                flags,
                (definition, _) -> {
                    Disk known = require(definition, disk.disk());
                    IoTune tune = IoTuneLimits.parse(limits);
                    return DeviceChange.replace(
                            definition, known, known.withPolicy(known.policy().withIoTune(tune)));
                });
    }

    @Override
    public TypedParameters ioTune(DiskId disk, Flags<DomainAffectFlag> flags) {
        var scope = DomainAccess.allowTyped("testDomainGetBlockIoTune", flags);
        return IoTuneLimits.of(
                require(access.definition(disk.domain(), scope), disk.disk()).policy().ioTune());
    }

    private static Disk require(DomainDefinition definition, String name) {
        return find(definition, name).orElseThrow(() -> missing(name));
    }

    private static LibvirtException missing(String name) {
        return TestErrors.invalidArgument(
                "disk '%s' was not found in the domain config".formatted(name));
    }

    @Override
    public int ioTuneSize(DomainId domain, Flags<DomainAffectFlag> flags) {
        var scope = DomainAccess.allowTyped("testDomainGetBlockIoTune", flags);
        access.definition(domain, scope);
        return IoTuneLimits.COUNT;
    }
}
