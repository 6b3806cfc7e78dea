package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.Tpm;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;

/// Trusted platform modules.
final class TpmArguments {
    private static final String CHARDEV = "chrtpm";

    private final DomainScope scope;
    private final Arguments out;

    private TpmArguments(DomainScope scope, Arguments out) {
        this.scope = scope;
        this.out = out;
    }

    static void add(DomainScope scope, Arguments out) {
        var arguments = new TpmArguments(scope, out);
        for (Tpm tpm : scope.definition().devices().of(Tpm.class)) {
            arguments.add(tpm);
        }
    }

    private void add(Tpm tpm) {
        String alias = DomainScope.alias(tpm);
        var model = tpm.model().orElse(Tpm.Model.TPM_TIS);
        if (model == Tpm.Model.SPAPR_TPM_PROXY) {
            addProxy(tpm, alias);
            return;
        }
        switch (tpm.backend()) {
            case Tpm.Passthrough host -> addPassthrough(host, alias);
            case Tpm.Emulator _ -> addEmulator(socket(), alias);
            case Tpm.External external -> addEmulator(external.source(), alias);
        }
        var device = JsonObject.builder().put("driver", model.word());
        device.put("tpmdev", "tpm-" + alias).put("id", alias);
        DeviceAddresses.add(scope, tpm.info(), device);
        out.device(device);
    }

    private CharSource socket() {
        return new CharSource.Unix(
                false, Optional.of(scope.context().folders().tpmSocket()), Optional.empty());
    }

    private void addProxy(Tpm tpm, String alias) {
        String path = tpm.backend() instanceof Tpm.Passthrough host ? host.device() : "";
        var device = JsonObject.builder().put("driver", "spapr-tpm-proxy").put("id", alias);
        out.device(device.put("host-path", path));
    }

    private void addEmulator(CharSource source, String alias) {
        new CharArguments(scope, out).addHelper(CHARDEV, alias, source);
        var options = JsonObject.builder().put("type", "emulator").put("id", "tpm-" + alias);
        out.options("-tpmdev", "type", options.put("chardev", CHARDEV));
    }

    private void addPassthrough(Tpm.Passthrough host, String alias) {
        String device = host.device();
        String cancel = cancelPath(device);
        var options = JsonObject.builder().put("type", "passthrough").put("id", "tpm-" + alias);
        if (scope.context().mode().standalone()) {
            options.put("path", device).put("cancel-path", cancel);
        } else {
            options.put(
                    "path",
                    out.passAsPath(new Descriptor.TpmDevice(alias, device), alias + "-tpm"));
            options.put(
                    "cancel-path",
                    out.passAsPath(new Descriptor.TpmCancel(alias, cancel), alias + "-cancel"));
        }
        out.options("-tpmdev", "type", options);
    }

    private static String cancelPath(String device) {
        String name = device.substring(device.lastIndexOf('/') + 1);
        return "/sys/class/%s/%s/device/cancel"
                .formatted(name.startsWith("tpmrm") ? "tpmrm" : "misc", name);
    }
}
