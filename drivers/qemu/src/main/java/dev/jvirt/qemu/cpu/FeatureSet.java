package dev.jvirt.qemu.cpu;

import dev.jvirt.host.kvm.CpuidLeaf;
import dev.jvirt.qemu.capabilities.CpuFeatureNames;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Features of x86 processors, by their places in [X86Table].
public final class FeatureSet {
    static final FeatureSet NONE = new FeatureSet(new BitSet());

    private final BitSet places;

    private FeatureSet(BitSet places) {
        this.places = places;
    }

    static FeatureSet of(int place) {
        var places = new BitSet();
        places.set(place);
        return new FeatureSet(places);
    }

    static FeatureSet of(Collection<Integer> all) {
        var places = new BitSet();
        all.forEach(places::set);
        return new FeatureSet(places);
    }

    /// What an emulator says that a processor has.
    ///
    /// @param answers words of features, by the questions that a guest asks for them
    /// @param names features by the emulator's names; it has some that documents do not know
    public static FeatureSet of(List<CpuidLeaf> answers, List<String> names) {
        BitSet places = X86Facts.features(answers, Map.of()).copy();
        for (String name : names) {
            X86Table.instance()
                    .place(CpuFeatureNames.fromQemu("x86_64", name))
                    .ifPresent(places::set);
        }
        return new FeatureSet(places);
    }

    /// The emulator's names of features that are in model specific registers.
    public static List<String> registerFeatures() {
        return X86Table.instance().features().stream()
                .filter(feature -> feature.place() instanceof X86Feature.Msr)
                .map(feature -> CpuFeatureNames.toQemu("x86_64", feature.name()))
                .toList();
    }

    FeatureSet plus(FeatureSet other) {
        BitSet result = copy();
        result.or(other.places);
        return new FeatureSet(result);
    }

    FeatureSet minus(FeatureSet other) {
        BitSet result = copy();
        result.andNot(other.places);
        return new FeatureSet(result);
    }

    FeatureSet common(FeatureSet other) {
        BitSet result = copy();
        result.and(other.places);
        return new FeatureSet(result);
    }

    private BitSet copy() {
        return (BitSet) places.clone();
    }

    boolean has(int place) {
        return places.get(place);
    }

    boolean hasAll(FeatureSet other) {
        return other.minus(this).isEmpty();
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /// The places, in order.
    IntStream stream() {
        return places.stream();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureSet set && places.equals(set.places);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(places);
    }

    @Override
    public String toString() {
        return places.toString();
    }
}
