package dev.jvirt.tests.conformance.qemu.cpu;

import dev.jvirt.qemu.capabilities.CpuModel;
import dev.jvirt.qemu.capabilities.CpuProperty;
import dev.jvirt.qemu.capabilities.CpuProperty.Kind;
import dev.jvirt.qemu.capabilities.HostCpuModel;
import dev.jvirt.qemu.cpu.X86Facts;
import dev.jvirt.qemu.json.JsonBoolean;
import dev.jvirt.qemu.json.JsonNumber;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonString;
import dev.jvirt.qemu.json.JsonValue;
import dev.jvirt.tests.conformance.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a QEMU said about the processors that it has.
///
/// @param models empty if it was not asked
record QmpCpu(X86Facts facts, List<CpuModel> models) {
    static QmpCpu of(Case test) {
        String[] replies =
                test.corpus().read(test.param("qmp").orElseThrow()).strip().split("\n\n");
        JsonObject expansion = (JsonObject) JsonValue.parse(replies[0]);
        List<CpuModel> models =
                replies.length > 1 ? models((JsonObject) JsonValue.parse(replies[1])) : List.of();
        JsonObject model = expansion.object("return").flatMap(r -> r.object("model")).orElseThrow();
        return new QmpCpu(
                X86Facts.ofProperties(
                        new HostCpuModel(
                                model.string("name").orElseThrow(),
                                false,
                                properties(model.object("props").orElseThrow())),
                        false),
                models);
    }

    private static List<CpuProperty> properties(JsonObject values) {
        var properties = new ArrayList<CpuProperty>();
        values.members()
                .forEach(
                        (name, value) -> {
                            switch (value) {
                                case JsonBoolean on ->
                                        properties.add(
                                                property(
                                                        name,
                                                        Kind.BOOLEAN,
                                                        Boolean.toString(on.value())));
                                case JsonString text ->
                                        properties.add(property(name, Kind.STRING, text.value()));
                                case JsonNumber number ->
                                        properties.add(
                                                property(name, Kind.NUMBER, number.digits()));
                                default -> {}
                            }
                        });
        return properties;
    }

    private static CpuProperty property(String name, Kind kind, String value) {
        return new CpuProperty(name, kind, value, Optional.empty());
    }

    private static List<CpuModel> models(JsonObject reply) {
        var models = new ArrayList<CpuModel>();
        for (JsonObject entry : reply.objects("return")) {
            var blockers = entry.array("unavailable-features").orElseThrow().strings();
            models.add(
                    new CpuModel(
                            entry.string("name").orElseThrow(),
                            entry.string("typename"),
                            Optional.of(blockers.isEmpty()),
                            false,
                            blockers));
        }
        return models;
    }
}
