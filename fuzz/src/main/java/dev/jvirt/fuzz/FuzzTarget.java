package dev.jvirt.fuzz;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// A place that takes bytes of strangers.
///
/// @param name what `bin/fuzz` calls it
/// @param purpose what it is, in a few words
/// @param refusals what it may throw to refuse an input; everything else is a finding
/// @param seeds inputs to start from
/// @param words that mean something to it, as Jazzer's dictionaries spell them
/// @param entry the place itself
public record FuzzTarget(
        String name,
        String purpose,
        Set<Class<? extends RuntimeException>> refusals,
        Supplier<List<byte[]>> seeds,
        List<String> words,
        Entry entry) {

    public FuzzTarget {
        refusals = Set.copyOf(refusals);
        words = List.copyOf(words);
    }

    /// What takes the bytes.
    @FunctionalInterface
    public interface Entry {
        void feed(byte[] input);
    }

    /// Feeds an input.
    ///
    /// @return whether it was taken, not refused
    public boolean feed(byte[] input) {
        try {
            entry.feed(input);
            return true;
        } catch (RuntimeException e) {
            if (refusals.contains(e.getClass())) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
