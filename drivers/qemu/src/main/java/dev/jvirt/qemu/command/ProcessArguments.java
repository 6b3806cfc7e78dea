package dev.jvirt.qemu.command;

import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.json.JsonObject;

/// The environment, the name, and how QEMU begins and behaves as a process.
final class ProcessArguments {
    private static final String[] INHERITED = {
        "LD_PRELOAD", "LD_LIBRARY_PATH", "PATH", "HOME", "USER", "LOGNAME", "TMPDIR"
    };

    private ProcessArguments() {}

    static void addEnvironment(DomainScope scope, Arguments out) {
        var host = scope.context().environment();
        out.environment("LC_ALL", "C");
        for (String name : INHERITED) {
            host.variable(name).ifPresent(value -> out.environment(name, value));
        }
        if (host.privileged()) {
            String home = scope.context().folders().lib();
            out.environment("HOME", home);
            out.environment("XDG_DATA_HOME", home + "/.local/share");
            out.environment("XDG_CACHE_HOME", home + "/.cache");
            out.environment("XDG_CONFIG_HOME", home + "/.config");
        }
    }

    static void addName(DomainScope scope, Arguments out) {
        var name = JsonObject.builder().put("guest", scope.definition().name());
        out.options("-name", name.put("debug-threads", true));
    }

    /// The daemon lets the guest go when everything is ready.
    static void addPause(DomainScope scope, Arguments out) {
        if (!scope.context().mode().standalone()) {
            out.add("-S");
        }
    }

    static void addMasterKey(DomainScope scope, Arguments out) {
        out.object(
                JsonObject.builder()
                        .put("qom-type", "secret")
                        .put("id", "masterKey0")
                        .put("format", "raw")
                        .put("file", scope.context().folders().masterKey())
                        .build());
    }

    /// QEMU from 5.2 on asks the host itself.
    static void addFips(DomainScope scope, Arguments out) {
        if (scope.has(QemuFlag.ENABLE_FIPS) && scope.context().host().demandsFips()) {
            out.add("-enable-fips");
        }
    }

    static void addSandbox(DomainScope scope, Arguments out) {
        if (!scope.has(QemuFlag.SECCOMP_SANDBOX)) {
            return;
        }
        switch (scope.context().settings().sandbox()) {
            case DEFAULT, ON ->
                    out.add(
                            "-sandbox",
                            "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny");
            case OFF -> out.add("-sandbox", "off");
        }
    }
}
