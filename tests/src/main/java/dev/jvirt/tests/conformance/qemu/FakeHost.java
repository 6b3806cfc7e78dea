package dev.jvirt.tests.conformance.qemu;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.qemu.address.HostPci;
import dev.jvirt.qemu.cpu.NamedCpu;
import dev.jvirt.qemu.json.JsonArray;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonValue;
import dev.jvirt.tests.conformance.Corpus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The host that the QEMU families assume: `common/environment.json`.
public final class FakeHost implements HostPci {
    private final JsonObject environment;
    private final Map<String, Integer> iommuGroups = new HashMap<>();

    private FakeHost(JsonObject environment) {
        this.environment = environment;
        for (JsonObject device : environment.object("pci").orElseThrow().objects("devices")) {
            iommuGroups.put(
                    device.string("address").orElseThrow(),
                    (int) device.number("iommuGroup").orElse(0));
        }
    }

    /// The host of a corpus.
    public static FakeHost of(Corpus corpus) {
        return new FakeHost((JsonObject) JsonValue.parse(corpus.read("common/environment.json")));
    }

    /// All it says.
    public JsonObject environment() {
        return environment;
    }

    /// The names of all architectures with an emulator.
    public List<String> architectures() {
        return List.copyOf(environment.object("architectures").orElseThrow().members().keySet());
    }

    /// What it says about an architecture, by its own name or another.
    public Optional<JsonObject> architecture(String arch) {
        return environment.object("architectures").orElseThrow().object(aliasOf(arch));
    }

    /// The architecture whose emulator runs guests of another, too.
    public String aliasOf(String arch) {
        return environment.object("architectureAliases").orElseThrow().string(arch).orElse(arch);
    }

    /// The texts of a list of the environment.
    static List<String> strings(JsonObject object, String name) {
        return object.array(name).map(JsonArray::strings).orElse(List.of());
    }

    /// Its processors, if they have a name.
    ///
    /// @param name those that a case gives it instead of its own
    public Optional<NamedCpu> processor(Optional<String> name, String arch) {
        var usual = environment.object("hostCpuDefault").flatMap(all -> all.string(arch));
        return name.or(() -> usual)
                .flatMap(n -> environment.object("hostCpus").flatMap(all -> all.object(n)))
                .filter(cpu -> cpu.string("model").isPresent())
                .map(FakeHost::processor);
    }

    private static NamedCpu processor(JsonObject cpu) {
        var features = new ArrayList<Cpu.Feature>();
        for (String feature : strings(cpu, "features")) {
            features.add(new Cpu.Feature(feature, Cpu.FeaturePolicy.REQUIRE));
        }
        return new NamedCpu(cpu.string("model"), cpu.string("vendor"), features);
    }

    @Override
    public boolean isExpress(Address.Pci device) {
        return !iommuGroups.containsKey(name(device));
    }

    @Override
    public OptionalInt iommuGroup(Address.Pci device) {
        var group = iommuGroups.get(name(device));
        return group == null ? OptionalInt.empty() : OptionalInt.of(group);
    }

    private static String name(Address.Pci device) {
        return "%04x:%02x:%02x.%x"
                .formatted(device.domain(), device.bus(), device.slot(), device.function());
    }
}
