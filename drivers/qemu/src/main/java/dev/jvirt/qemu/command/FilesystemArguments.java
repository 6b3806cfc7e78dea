package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.Filesystem;
import dev.jvirt.documents.domain.FilesystemDriver;
import dev.jvirt.documents.domain.VirtioModel;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;

/// Directories of the host that the guest can mount.
final class FilesystemArguments {
    private final DomainScope scope;
    private final Arguments out;

    private FilesystemArguments(DomainScope scope, Arguments out) {
        this.scope = scope;
        this.out = out;
    }

    static void add(DomainScope scope, Arguments out) {
        var arguments = new FilesystemArguments(scope, out);
        for (Filesystem filesystem : scope.definition().devices().of(Filesystem.class)) {
            boolean virtiofs =
                    filesystem
                            .driver()
                            .type()
                            .filter(t -> t == FilesystemDriver.Type.VIRTIOFS)
                            .isPresent();
            if (virtiofs) {
                arguments.addVirtiofs(filesystem);
            } else {
                arguments.addNineP(filesystem);
            }
        }
    }

    private void addVirtiofs(Filesystem filesystem) {
        String alias = DomainScope.alias(filesystem);
        String socket =
                filesystem
                        .source()
                        .socket()
                        .orElseGet(
                                () ->
                                        "%s/%s-fs.sock"
                                                .formatted(scope.context().folders().lib(), alias));
        String chardev = "chr-vu-" + alias;
        var source = new CharSource.Unix(false, Optional.of(socket), Optional.empty());
        new CharArguments(scope, out).addHelper(chardev, alias, source);
        String driver = VirtioDevices.driver("vhost-user-fs", filesystem.info(), Optional.empty());
        var device = JsonObject.builder().put("driver", driver).put("id", alias);
        device.put("chardev", chardev);
        device.putNumber("queue-size", filesystem.driver().queueSize());
        device.put("tag", filesystem.target().orElse(""));
        device.putNumber("bootindex", scope.boot().of(filesystem));
        DeviceAddresses.add(scope, filesystem.info(), device);
        out.device(device, filesystem.info());
    }

    private void addNineP(Filesystem filesystem) {
        String alias = DomainScope.alias(filesystem);
        out.options("-fsdev", "driver", backend(filesystem, alias));
        Optional<VirtioModel> model = filesystem.access().model();
        String driver = VirtioDevices.driver("virtio-9p", filesystem.info(), model);
        var device = VirtioDevices.begin(driver, filesystem.driver().virtio());
        device.put("id", alias).put("fsdev", "fsdev-" + alias);
        device.put("mount_tag", filesystem.target().orElse(""));
        DeviceAddresses.add(scope, filesystem.info(), device);
        out.device(device, filesystem.info());
    }

    private static JsonObject.Builder backend(Filesystem filesystem, String alias) {
        boolean handle =
                filesystem
                        .driver()
                        .type()
                        .filter(t -> t == FilesystemDriver.Type.HANDLE)
                        .isPresent();
        var options = JsonObject.builder().put("driver", handle ? "handle" : "local");
        var access = filesystem.access();
        if (!handle) {
            options.put("security_model", security(access));
        }
        access.multidevs().ifPresent(m -> options.put("multidevs", m.word()));
        access.fileMode().ifPresent(mode -> options.put("fmode", "%04o".formatted(mode)));
        access.directoryMode().ifPresent(mode -> options.put("dmode", "%04o".formatted(mode)));
        if (filesystem.driver().immediateWriteout()) {
            options.put("writeout", "immediate");
        }
        options.put("id", "fsdev-" + alias);
        options.put("path", filesystem.source().path().orElse(""));
        return options.putTrue("readonly", filesystem.readOnly());
    }

    private static String security(Filesystem.Access access) {
        return switch (access.mode().orElse(Filesystem.Mode.PASSTHROUGH)) {
            case PASSTHROUGH -> "passthrough";
            case MAPPED -> "mapped";
            case SQUASH -> "none";
        };
    }
}
