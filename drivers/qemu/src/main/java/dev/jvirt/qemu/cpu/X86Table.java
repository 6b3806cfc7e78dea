package dev.jvirt.qemu.cpu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What is known about x86 processors.
final class X86Table {
    private final List<X86Feature> features;
    private final List<X86Model> models;
    private final Map<String, String> vendors;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, X86Model> byName = new HashMap<>();

    /// @param vendors what their processors say, by names
    X86Table(List<X86Feature> features, List<X86Model> models, Map<String, String> vendors) {
        this.features = List.copyOf(features);
        this.models = List.copyOf(models);
        this.vendors = Map.copyOf(vendors);
        for (int i = 0; i < features.size(); i++) {
            places.put(features.get(i).name(), i);
        }
        for (X86Model model : models) {
            byName.put(model.name(), model);
        }
    }

    static X86Table instance() {
        return Holder.TABLE;
    }

    /// Read when somebody asks for the first time.
    private static final class Holder {
        private static final X86Table TABLE = X86TableReader.read();
    }

    List<X86Feature> features() {
        return features;
    }

    /// All models; of two that are of equal use the later one counts.
    List<X86Model> models() {
        return models;
    }

    Optional<X86Model> model(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    OptionalInt place(String feature) {
        Integer place = places.get(feature);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    String name(int place) {
        return features.get(place).name();
    }

    boolean isVendor(String name) {
        return vendors.containsKey(name);
    }

    /// The name of a vendor by what his processors say.
    Optional<String> vendorOf(String saying) {
        return vendors.entrySet().stream()
                .filter(vendor -> vendor.getValue().equals(saying))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The features that a guest cannot take along to another host.
    FeatureSet local() {
        FeatureSet local = FeatureSet.NONE;
        for (int i = 0; i < features.size(); i++) {
            if (features.get(i).local()) {
                local = local.plus(FeatureSet.of(i));
            }
        }
        return local;
    }
}
