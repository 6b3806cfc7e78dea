package dev.jvirt.qemu.emulator;

import dev.jvirt.qemu.capabilities.QmpRefusal;
import dev.jvirt.qemu.emulator.CapabilitiesProbe.Conversation;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonValue;

/// A QEMU that can do next to nothing, and says so.
record SmallQemu(String target, boolean kvm) implements Conversation {
    @Override
    public JsonValue execute(String command, JsonObject arguments) {
        String answer =
                switch (command) {
                    case "query-version" ->
                            "{'qemu':{'major':8,'minor':1,'micro':2},'package':'small'}";
                    case "query-target" -> "{'arch':'%s'}".formatted(target);
                    case "query-kvm" -> "{'enabled':%s,'present':true}".formatted(kvm);
                    case "query-machines" ->
                            "[{'name':'pc-1','alias':'pc','cpu-max':4,'is-default':true}]";
                    case "qom-list-types" -> "[{'name':'tcg-accel'},{'name':'isa-fdc'}]";
                    case "query-qmp-schema",
                            "query-commands",
                            "query-command-line-options",
                            "query-migrate-capabilities" ->
                            "[]";
                    default -> throw new QmpRefusal("CommandNotFound", "no " + command);
                };
        return JsonValue.parse(answer.replace('\'', '"'));
    }

    @Override
    public void close() {}
}
