package dev.jvirt.qemu.cpu;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.Feature;
import dev.jvirt.documents.domain.Cpu.FeaturePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A processor as a model and what differs from it.
///
/// @param model absent if only features are told
/// @param vendor who must have made it, or has
public record NamedCpu(Optional<String> model, Optional<String> vendor, List<Feature> features) {
    /// A processor with its own copy of the features.
    public NamedCpu {
        features = List.copyOf(features);
    }

    /// A processor that is just a model.
    public static NamedCpu of(String model) {
        return new NamedCpu(Optional.of(model), Optional.empty(), List.of());
    }

    /// What a document says about the processor itself.
    public static NamedCpu of(Cpu cpu) {
        return new NamedCpu(cpu.model(), cpu.modelOptions().vendor(), cpu.features());
    }

    /// The same with another list of features.
    public NamedCpu withFeatures(List<Feature> value) {
        return new NamedCpu(model, vendor, value);
    }

    /// The same of another maker.
    public NamedCpu withVendor(Optional<String> value) {
        return new NamedCpu(model, value, features);
    }

    /// The same with a feature treated that way, whatever was said about it.
    public NamedCpu with(String feature, FeaturePolicy policy) {
        var changed = new ArrayList<Feature>();
        boolean found = false;
        for (Feature known : features) {
            boolean same = known.name().equals(feature);
            found |= same;
            changed.add(same ? new Feature(feature, policy) : known);
        }
        if (!found) {
            changed.add(new Feature(feature, policy));
        }
        return withFeatures(changed);
    }

    /// The same with all that is said about features.
    public NamedCpu withAll(List<Feature> said) {
        NamedCpu changed = this;
        for (Feature feature : said) {
            changed = changed.with(feature.name(), feature.policy());
        }
        return changed;
    }

    /// The same with a feature treated that way unless something is said about it.
    public NamedCpu withMissing(String feature, FeaturePolicy policy) {
        return mentions(feature) ? this : with(feature, policy);
    }

    /// Whether something is said about a feature.
    public boolean mentions(String feature) {
        return features.stream().anyMatch(f -> f.name().equals(feature));
    }

    /// How many features are on or off, beside those of the model.
    long count(FeaturePolicy policy) {
        return features.stream().filter(f -> f.policy() == policy).count();
    }
}
