package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.api.driver.OpenRequest;
import dev.jvirt.api.driver.SecretDriver;
import dev.jvirt.api.driver.StorageDriver;
import dev.jvirt.api.driver.StoragePoolDriver;
import dev.jvirt.api.driver.StorageVolumeDriver;
import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.api.host.SecretId;
import dev.jvirt.api.host.SecretListFlag;
import dev.jvirt.api.host.SecretValue;
import dev.jvirt.api.storage.StoragePoolBuildFlag;
import dev.jvirt.api.storage.StoragePoolId;
import dev.jvirt.api.storage.StoragePoolListFlag;
import dev.jvirt.api.storage.StorageVolumeId;
import dev.jvirt.api.storage.StorageVolumeUploadFlag;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A host at `storage:///` with two running pools, one that rests, and one secret.
final class FakeStorage implements ConnectDriver {
    static final StoragePoolId IMAGES = new StoragePoolId("images", new UUID(1, 1));
    static final StoragePoolId ISOS = new StoragePoolId("isos", new UUID(1, 2));
    static final StoragePoolId OLD = new StoragePoolId("old", new UUID(1, 3));
    static final StorageVolumeId DISK = new StorageVolumeId("images", "disk", "/images/disk");
    static final SecretId SECRET = new SecretId(new UUID(2, 1), 0, "");

    /// What happened to the channel of an upload.
    final BlockingQueue<String> uploaded = new LinkedBlockingQueue<>();

    final List<SecretValue> values = new ArrayList<>();

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("storage");
    }

    @Override
    public Optional<DriverSession> open(OpenRequest request) {
        return Optional.of(new Session());
    }

    private final class Session implements DriverSession {
        @Override
        public HostDriver host() {
            return new HostDriver() {};
        }

        @Override
        public DomainDriver domains() {
            return new DomainDriver() {};
        }

        @Override
        public Optional<StorageDriver> storage() {
            return Optional.of(new Storage());
        }

        @Override
        public Optional<SecretDriver> secrets() {
            return Optional.of(new Secrets());
        }

        @Override
        public void close() {}
    }

    private final class Storage implements StorageDriver {
        @Override
        public StoragePoolDriver pools() {
            return new Pools();
        }

        @Override
        public StorageVolumeDriver volumes() {
            return new Volumes();
        }
    }

    private static final class Pools implements StoragePoolDriver {
        @Override
        public List<StoragePoolId> list(Flags<StoragePoolListFlag> flags) {
            if (flags.bits() == 0) {
                return List.of(IMAGES, ISOS, OLD);
            }
            return flags.has(StoragePoolListFlag.ACTIVE) ? List.of(IMAGES, ISOS) : List.of(OLD);
        }

        @Override
        public void build(StoragePoolId pool, Flags<StoragePoolBuildFlag> flags) {
            throw new LibvirtException(
                    ErrorDomain.STORAGE, ErrorCode.NO_SUPPORT, "pool does not support building");
        }
    }

    private final class Volumes implements StorageVolumeDriver {
        @Override
        public void wipe(StorageVolumeId volume, int algorithm, int flags) {
            if (flags != 0) {
                throw new LibvirtException(
                        ErrorDomain.STORAGE, ErrorCode.NO_SUPPORT, "pool cannot wipe like that");
            }
            uploaded.add("wiped with " + algorithm);
        }

        @Override
        public StreamChannel upload(
                StorageVolumeId volume,
                long offset,
                long length,
                Flags<StorageVolumeUploadFlag> flags) {
            return new Upload();
        }
    }

    /// Takes bytes, and would complain if anybody read.
    private final class Upload implements StreamChannel {
        @Override
        public int read(ByteBuffer into) {
            throw new LibvirtException(ErrorCode.INTERNAL_ERROR, "an upload gives nothing");
        }

        @Override
        public void write(ByteBuffer from) {
            uploaded.add(from.remaining() + " bytes");
            from.position(from.limit());
        }

        @Override
        public void finish() {
            uploaded.add("finish");
        }

        @Override
        public void abort() {
            uploaded.add("abort");
        }

        @Override
        public void close() {
            uploaded.add("close");
        }
    }

    private final class Secrets implements SecretDriver {
        @Override
        public List<SecretId> list(Flags<SecretListFlag> flags) {
            return List.of(SECRET);
        }

        @Override
        public void setValue(SecretId secret, SecretValue value, int flags) {
            values.add(value);
        }
    }
}
