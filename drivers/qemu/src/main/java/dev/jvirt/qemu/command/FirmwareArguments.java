package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Features;
import dev.jvirt.documents.domain.Firmware;
import dev.jvirt.documents.domain.StorageFormat;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.StorageSource;
import dev.jvirt.qemu.block.ImageNodes;
import dev.jvirt.qemu.block.ImageObjects;
import dev.jvirt.qemu.block.ImageOptions;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;

/// The firmware of the machine and its variables.
final class FirmwareArguments {
    private static final String CODE = "libvirt-pflash0";
    private static final String VARIABLES = "libvirt-pflash1";

    private FirmwareArguments() {}

    private static Optional<Firmware.Loader> flash(DomainScope scope) {
        return scope.definition()
                .os()
                .firmware()
                .loader()
                .filter(l -> l.type().filter(t -> t == Firmware.LoaderType.PFLASH).isPresent());
    }

    private static Optional<StorageSource> variables(DomainScope scope) {
        return flash(scope).isEmpty()
                ? Optional.empty()
                : scope.definition().os().firmware().nvram().flatMap(Firmware.NvramStore::source);
    }

    /// The flash chips as block nodes, which the machine is then told to use.
    static void addNodes(DomainScope scope, Arguments out) {
        var loader = flash(scope);
        if (loader.isEmpty()) {
            return;
        }
        var code =
                StorageSource.of(
                        new StorageLocation.File(loader.get().path().orElse("")),
                        Optional.of(StorageFormat.RAW));
        boolean readOnly = loader.get().readOnly().orElse(false);
        addNode(scope, new ImageNodes(CODE, code, ImageOptions.PLAIN.withReadOnly(readOnly)), out);
        variables(scope)
                .ifPresent(
                        image ->
                                addNode(
                                        scope,
                                        new ImageNodes(VARIABLES, image, ImageOptions.PLAIN),
                                        out));
    }

    private static void addNode(DomainScope scope, ImageNodes nodes, Arguments out) {
        var tls = scope.context().settings().nbdTls().credentials();
        new ImageObjects(nodes.image(), nodes.objects(), scope.context().secrets(), tls)
                .all()
                .forEach(out::object);
        out.blockdev(nodes.storage());
        out.blockdev(nodes.format(Optional.empty()));
    }

    static void addToMachine(DomainScope scope, JsonObject.Builder machine) {
        if (flash(scope).isPresent()) {
            machine.put("pflash0", CODE + "-format");
        }
        if (variables(scope).isPresent()) {
            machine.put("pflash1", VARIABLES + "-format");
        }
    }

    /// How much memory the firmware keeps for itself in system management mode.
    static void addSmmMemory(DomainScope scope, Arguments out) {
        var size = scope.definition().features().smmMemory();
        if (scope.isOn(Features.Name.SMM)
                && size.isPresent()
                && scope.has(QemuFlag.MCH_EXTENDED_TSEG_MBYTES)) {
            out.add("-global", "mch.extended-tseg-mbytes=" + (size.getAsLong() >> 20));
        }
    }

    static void addLoader(DomainScope scope, Arguments out) {
        var loader = scope.definition().os().firmware().loader();
        if (loader.isEmpty()) {
            return;
        }
        if (flash(scope).isPresent()) {
            if (loader.get().secure().orElse(false)) {
                out.add("-global", "driver=cfi.pflash01,property=secure,value=on");
            }
        } else {
            loader.get().path().ifPresent(path -> out.add("-bios", path));
        }
    }
}
