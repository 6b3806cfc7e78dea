package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Filesystem;
import dev.jvirt.documents.domain.FilesystemDriver;
import dev.jvirt.documents.domain.FilesystemSource;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// Folders of the host that QEMU can show.
final class FilesystemRules {
    private FilesystemRules() {}

    static void check(Filesystem filesystem, Machine machine) {
        unsupportedWhen(
                filesystem.source().kind() != FilesystemSource.Kind.MOUNT,
                "only supports mount filesystem type");
        switch (filesystem.driver().type().orElse(FilesystemDriver.Type.PATH)) {
            case PATH, HANDLE -> checkPath(filesystem, machine);
            case VIRTIOFS -> checkVirtiofs(filesystem, machine);
            case LOOP, NBD, PLOOP -> unsupportedWhen(true, "Filesystem driver type not supported");
        }
    }

    private static boolean is(Filesystem filesystem, Filesystem.Mode mode) {
        return filesystem.access().mode().filter(m -> m == mode).isPresent();
    }

    private static void checkPath(Filesystem filesystem, Machine machine) {
        var access = filesystem.access();
        unsupportedWhen(
                access.multidevs().isPresent() && !machine.has(QemuFlag.FSDEV_MULTIDEVS),
                "multidevs is not supported with this QEMU binary");
        boolean modes = access.fileMode().isPresent() || access.directoryMode().isPresent();
        unsupportedWhen(
                modes && !is(filesystem, Filesystem.Mode.MAPPED),
                "fmode and dmode must be used with accessmode=mapped");
        unsupportedWhen(
                filesystem.driver().binary().sandbox().isPresent(),
                "sandbox can only be used with driver=virtiofs");
    }

    private static void checkVirtiofs(Filesystem filesystem, Machine machine) {
        var access = filesystem.access();
        var driver = filesystem.driver();
        unsupportedWhen(filesystem.readOnly(), "virtiofs does not yet support read-only mode");
        unsupportedWhen(
                !machine.limits().privileged(), "virtiofs is not yet supported in session mode");
        unsupportedWhen(
                access.mode().isPresent() && !is(filesystem, Filesystem.Mode.PASSTHROUGH),
                "virtiofs only supports passthrough accessmode");
        unsupportedWhen(driver.immediateWriteout(), "virtiofs does not support wrpolicy");
        unsupportedWhen(access.model().isPresent(), "virtiofs does not support model");
        unsupportedWhen(driver.format().isPresent(), "virtiofs does not support format");
        unsupportedWhen(
                !machine.has(QemuFlag.VHOST_USER_FS),
                "virtiofs is not supported with this QEMU binary");
        unsupportedWhen(access.multidevs().isPresent(), "virtiofs does not support multidevs");
        unsupportedWhen(
                access.fileMode().isPresent() || access.directoryMode().isPresent(),
                "virtiofs does not support fmode and dmode");
        unsupportedWhen(
                !MemoryRules.isShared(machine),
                "'%s' requires shared memory".formatted("virtiofs"));
        unsupportedWhen(
                filesystem.info().boot().isPresent()
                        && !machine.has(QemuFlag.VHOST_USER_FS_BOOTINDEX),
                "setting virtiofs boot order is not supported with this QEMU binary");
    }
}
