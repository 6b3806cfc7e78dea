package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.NetworkStorage.Protocol;
import dev.jvirt.documents.domain.StorageEncryption;
import dev.jvirt.documents.domain.StorageFormat;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.StorageSource;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// Images that QEMU can open.
final class StorageSourceRules {
    private final StorageSource source;
    private final Machine machine;

    private StorageSourceRules(StorageSource source, Machine machine) {
        this.source = source;
        this.machine = machine;
    }

    static void check(StorageSource source, boolean readOnly, Machine machine) {
        var rules = new StorageSourceRules(source, machine);
        rules.checkFormat(readOnly);
        unsupportedWhen(
                source.access().reservations().isPresent()
                        && !machine.has(QemuFlag.PR_MANAGER_HELPER),
                "reservations not supported with this QEMU binary");
        if (source.location() instanceof NetworkStorage network) {
            rules.checkNetwork(network);
        }
        unsupportedWhen(
                source.metadataCache().isPresent() && !rules.is(StorageFormat.QCOW2),
                "metadata cache max size control is supported only with qcow2 images");
        source.access().encryption().ifPresent(rules::checkEncryption);
    }

    private boolean is(StorageFormat format) {
        return source.format().filter(f -> f == format).isPresent();
    }

    private void checkFormat(boolean readOnly) {
        boolean directory = source.location() instanceof StorageLocation.Directory;
        unsupportedWhen(is(StorageFormat.COW), "'cow' storage format is not supported");
        unsupportedWhen(
                is(StorageFormat.DIR),
                "'directory' storage format is not directly supported by QEMU, use 'dir' disk"
                        + " type instead");
        unsupportedWhen(
                is(StorageFormat.ISO),
                "storage format 'iso' is not directly supported by QEMU, use 'raw' instead");
        unsupportedWhen(
                is(StorageFormat.FAT)
                        && !directory
                        && !(source.location() instanceof StorageLocation.Volume),
                "storage format 'fat' is supported only with 'dir' storage type");
        unsupportedWhen(
                directory && source.format().filter(f -> f != StorageFormat.FAT).isPresent(),
                "storage type 'dir' requires use of storage format 'fat'");
        unsupportedWhen(
                directory && !readOnly, "virtual FAT storage can't be accessed in read-write mode");
    }

    private void checkNetwork(NetworkStorage network) {
        var details = network.details();
        var protocol = network.protocol();
        boolean http = protocol == Protocol.HTTP || protocol == Protocol.HTTPS;
        boolean ftp = protocol == Protocol.FTP || protocol == Protocol.FTPS;
        unsupportedWhen(
                details.sslVerify().isPresent()
                        && protocol != Protocol.HTTPS
                        && protocol != Protocol.FTPS,
                "ssl verification is supported only with HTTPS/FTPS protocol");
        unsupportedWhen(
                !details.cookies().isEmpty() && !http,
                "http cookies are supported only with HTTP(S) protocol");
        unsupportedWhen(
                details.readahead().isPresent() && !http && !ftp,
                "readahead is supported only with HTTP(S)/FTP(s) protocols");
        unsupportedWhen(
                details.timeout().isPresent() && !http && !ftp,
                "timeout is supported only with HTTP(S)/FTP(s) protocols");
        unsupportedWhen(
                network.query().isPresent() && !http,
                "query is supported only with HTTP(S) protocols");
        unsupportedWhen(
                protocol == Protocol.TFTP,
                "'tftp' protocol is not supported with this QEMU binary");
        if (protocol == Protocol.NFS) {
            checkNfs(network);
        }
        checkTls(network);
    }

    private static void checkNfs(NetworkStorage network) {
        unsupportedWhen(
                network.hosts().size() != 1,
                "'nfs' protocol requires the usage of exactly one host");
        var host = network.hosts().getFirst();
        unsupportedWhen(
                host.transport() != NetworkStorage.Transport.TCP,
                "'nfs' host must use TCP protocol");
        unsupportedWhen(host.port() != 0, "port cannot be specified in 'nfs' protocol host");
    }

    private void checkTls(NetworkStorage network) {
        var hostname = network.tls().hostname();
        unsupportedWhen(
                hostname.isPresent() && network.protocol() != Protocol.NBD,
                "'tlsHostname' field is supported only with NBD disks");
        unsupportedWhen(
                hostname.isPresent() && !machine.has(QemuFlag.BLOCKDEV_NBD_TLS_HOSTNAME),
                "'tlsHostname' field is not supported by this QEMU");
    }

    private void checkEncryption(StorageEncryption encryption) {
        boolean librbd =
                encryption.engine().filter(e -> e == StorageEncryption.Engine.LIBRBD).isPresent();
        if (librbd) {
            boolean rbd =
                    source.location() instanceof NetworkStorage network
                            && network.protocol() == Protocol.RBD;
            unsupportedWhen(
                    !machine.has(QemuFlag.RBD_ENCRYPTION),
                    "librbd encryption is not supported by this QEMU binary");
            unsupportedWhen(!rbd, "librbd encryption is supported only with RBD backed disks");
            return;
        }
        boolean luks = encryption.format() == StorageEncryption.Format.LUKS;
        boolean qcow =
                encryption.format() == StorageEncryption.Format.QCOW
                        || encryption.format() == StorageEncryption.Format.DEFAULT;
        unsupportedWhen(
                qcow && (is(StorageFormat.QCOW) || is(StorageFormat.QCOW2)),
                "old qcow/qcow2 encryption is not supported");
        unsupportedWhen(
                luks && !is(StorageFormat.RAW) && !is(StorageFormat.QCOW2),
                "encryption is supported only with 'raw' and 'qcow2' image format");
    }
}
