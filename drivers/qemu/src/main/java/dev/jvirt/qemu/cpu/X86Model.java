package dev.jvirt.qemu.cpu;

import java.util.List;
import java.util.Optional;

/// A name for x86 processors.
///
/// @param purpose whose processors get the name
/// @param signatures the processors that the name was made for
/// @param gone features that QEMU does not give it any more
record X86Model(
        String name,
        Optional<String> vendor,
        Purpose purpose,
        List<Pattern> signatures,
        FeatureSet features,
        FeatureSet gone) {
    /// Whose processors get a name.
    enum Purpose {
        /// Hosts' and guests'.
        ALL,
        /// Only hosts'.
        HOSTS,
        /// Nobody's any more; it stands in old documents.
        NONE
    }

    /// Signatures that differ in the stepping only.
    record Pattern(int family, int model, int firstStepping, int lastStepping) {
        /// The first processor of them.
        Signature first() {
            return new Signature(family, model, firstStepping);
        }

        boolean matches(Signature signature) {
            return signature.family() == family
                    && signature.model() == model
                    && signature.stepping() >= firstStepping
                    && signature.stepping() <= lastStepping;
        }
    }

    boolean isOf(Signature signature) {
        return signatures.stream().anyMatch(pattern -> pattern.matches(signature));
    }

    boolean isFor(boolean guests) {
        return guests ? purpose == Purpose.ALL : purpose != Purpose.NONE;
    }
}
