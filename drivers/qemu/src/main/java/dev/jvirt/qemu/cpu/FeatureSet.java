package dev.jvirt.qemu.cpu;

import java.util.BitSet;
import java.util.Collection;
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
