package dev.jvirt.tests.conformance.capabilities;

import dev.jvirt.qemu.firmware.FirmwareDescriptor;
import dev.jvirt.qemu.firmware.FirmwareMapping;
import dev.jvirt.qemu.firmware.InstalledFirmware;
import dev.jvirt.qemu.json.JsonArray;
import dev.jvirt.qemu.json.JsonNull;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonString;
import dev.jvirt.qemu.json.JsonValue;
import dev.jvirt.tests.conformance.Case;
import dev.jvirt.tests.conformance.Comparison;
import dev.jvirt.tests.conformance.Family;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// `qemufirmware`: descriptors of firmware, which of them count, and which are for a machine.
public final class FirmwareFamily implements Family {
    private static final Set<String> FOR_PEOPLE = Set.of("description", "tags");

    @Override
    public String name() {
        return "qemufirmware";
    }

    @Override
    public String run(Case test) {
        var installed = InstalledFirmware.ofSystem(folder(test));
        return switch (test.param("op").orElseThrow()) {
            case "parse-format" ->
                    FirmwareDescriptor.parse(
                                    test.corpus().read(test.param("descriptor").orElseThrow()))
                            .toJson()
                            .text();
            case "supported" -> supported(installed, record(test)).text();
            case "precedence" -> precedence(test, installed).text();
            default -> throw new IllegalArgumentException("unknown operation");
        };
    }

    @Override
    public Optional<String> check(Case test) {
        return Comparison.difference(expectation(test), run(test));
    }

    private static String expectation(Case test) {
        if (test.is("op", "parse-format")) {
            String file = test.param("formatted").or(() -> test.param("descriptor")).orElseThrow();
            var expected = JsonObject.builder();
            var root = (JsonObject) JsonValue.parse(test.corpus().read(file));
            for (var member : root.members().entrySet()) {
                if (!FOR_PEOPLE.contains(member.getKey())) {
                    expected.put(member.getKey(), member.getValue());
                }
            }
            return expected.build().text();
        }
        JsonObject record = record(test);
        return test.is("op", "precedence")
                ? record.array("expected").orElseThrow().text()
                : answer(
                                record.member("firmwares").orElseThrow(),
                                record.member("interfaces").orElseThrow(),
                                record.isTrue("secure"))
                        .text();
    }

    private static JsonObject record(Case test) {
        for (String line : test.corpus().read("qemufirmware/cases.jsonl").split("\n")) {
            if (JsonValue.parse(line) instanceof JsonObject record
                    && record.string("case").filter(test.name()::equals).isPresent()) {
                return record;
            }
        }
        throw new IllegalArgumentException("no record of " + test.name());
    }

    private static Path folder(Case test) {
        return test.corpus().folder().resolve("qemufirmware/data");
    }

    private static JsonArray precedence(Case test, InstalledFirmware installed) {
        var files = new ArrayList<JsonValue>();
        for (Path file : installed.files()) {
            files.add(new JsonString("/" + folder(test).relativize(file)));
        }
        return new JsonArray(files);
    }

    private static JsonObject supported(InstalledFirmware installed, JsonObject record) {
        List<FirmwareDescriptor> found =
                installed.forMachine(
                        record.string("arch").orElseThrow(),
                        record.string("machine").orElseThrow());
        var files = new LinkedHashSet<JsonValue>();
        var interfaces = new TreeSet<String>();
        for (FirmwareDescriptor firmware : found) {
            FirmwareMapping mapping = firmware.mapping();
            files.add(
                    JsonObject.builder()
                            .put("code", mapping.code())
                            .put(
                                    "vars",
                                    mapping.variables()
                                            .<JsonValue>map(JsonString::new)
                                            .orElse(JsonNull.NULL))
                            .build());
            for (FirmwareDescriptor.Interface one : firmware.interfaces()) {
                interfaces.add(one == FirmwareDescriptor.Interface.UEFI ? "efi" : one.text());
            }
        }
        return answer(
                new JsonArray(List.copyOf(files)),
                new JsonArray(interfaces.stream().<JsonValue>map(JsonString::new).toList()),
                found.stream().anyMatch(FirmwareDescriptor::isSecure));
    }

    private static JsonObject answer(JsonValue firmwares, JsonValue interfaces, boolean secure) {
        return JsonObject.builder()
                .put("firmwares", firmwares)
                .put("interfaces", interfaces)
                .put("secure", secure)
                .build();
    }
}
