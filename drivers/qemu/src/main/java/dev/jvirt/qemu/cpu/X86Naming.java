package dev.jvirt.qemu.cpu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Cpu.Feature;
import dev.jvirt.documents.domain.Cpu.FeaturePolicy;
import dev.jvirt.qemu.capabilities.CpuFeatureNames;
import dev.jvirt.qemu.capabilities.CpuModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds a name for an x86 processor: the model that comes nearest, and what differs from it.
///
/// @param forGuests whether the name may leave out features of the model, which only a guest's
///     processor can
/// @param offered the models that a hypervisor has; all, if absent
/// @param preferred the model to take if it will do at all
/// @param inputs models of processors for all of which a name is sought: the least of them is as
///     good as any
public record X86Naming(
        boolean forGuests,
        Optional<List<CpuModel>> offered,
        Optional<String> preferred,
        Set<String> inputs) {
    private static final String INTEL = "Intel";

    /// A name for a host's processor.
    public static X86Naming forHosts() {
        return new X86Naming(false, Optional.empty(), Optional.empty(), Set.of());
    }

    /// A name for a guest's processor.
    public static X86Naming forGuests(Optional<List<CpuModel>> offered) {
        return new X86Naming(true, offered, Optional.empty(), Set.of());
    }

    /// A model that is tried.
    private record Candidate(X86Model model, NamedCpu cpu) {
        boolean isOf(Optional<Signature> signature) {
            return signature.filter(model::isOf).isPresent();
        }

        long without() {
            return cpu.count(FeaturePolicy.DISABLE);
        }

        /// The features that differ. What is left out weighs the more, the more it is: programs
        /// expect it of the model.
        long distance() {
            return cpu.features().size() + pairs() * (pairs() + 1) / 2;
        }

        private long pairs() {
            return (without() + 1) / 2;
        }

        boolean isNearerThan(Candidate other) {
            return distance() == other.distance()
                    ? pairs() < other.pairs()
                    : distance() < other.distance();
        }
    }

    /// The name of a processor.
    public NamedCpu name(X86Facts told) {
        var table = X86Table.instance();
        X86Facts facts = told.withFeatures(withoutBrokenMemory(told));
        Optional<Candidate> best = Optional.empty();
        for (X86Model model : table.models().reversed()) {
            var candidate = candidate(model, facts);
            if (candidate.isEmpty()) {
                continue;
            }
            if (preferred.filter(model.name()::equals).isPresent()) {
                best = candidate;
                break;
            }
            if (best.isEmpty() || isBetter(candidate.get(), best.get(), facts.signature())) {
                best = candidate;
            }
        }
        NamedCpu cpu =
                best.orElseThrow(
                                () ->
                                        new LibvirtException(
                                                ErrorDomain.CPU,
                                                ErrorCode.INTERNAL_ERROR,
                                                "Cannot find suitable CPU model for given data"))
                        .cpu();
        return cpu.withVendor(facts.vendor());
    }

    private Optional<Candidate> candidate(X86Model model, X86Facts facts) {
        boolean other =
                model.vendor().isPresent()
                        && facts.vendor().isPresent()
                        && !model.vendor().equals(facts.vendor());
        Optional<CpuModel> offer =
                offered.flatMap(
                        all -> all.stream().filter(m -> m.name().equals(model.name())).findFirst());
        if (other || !model.isFor(forGuests) || (offered.isPresent() && offer.isEmpty())) {
            return Optional.empty();
        }
        var blockers = offer.map(CpuModel::blockers).orElse(List.of());
        NamedCpu cpu = differences(model, facts.features(), blockers);
        if (forGuests) {
            cpu = withoutGone(cpu, model, facts.features());
        }
        boolean lacks = cpu.count(FeaturePolicy.DISABLE) > 0;
        return lacks && !forGuests ? Optional.empty() : Optional.of(new Candidate(model, cpu));
    }

    /// @param blockers features that QEMU has in the model, and this host has not
    private static NamedCpu differences(
            X86Model model, FeatureSet features, List<String> blockers) {
        var table = X86Table.instance();
        FeatureSet more = features.minus(model.features());
        FeatureSet less = model.features().minus(features);
        for (String blocker : blockers) {
            String name = CpuFeatureNames.fromQemu("x86_64", blocker);
            var place = table.place(name);
            if (place.isPresent() && !more.has(place.getAsInt())) {
                less = less.plus(FeatureSet.of(place.getAsInt()));
            }
        }
        var list = new ArrayList<Feature>();
        more.stream().forEach(p -> list.add(new Feature(table.name(p), FeaturePolicy.REQUIRE)));
        less.stream().forEach(p -> list.add(new Feature(table.name(p), FeaturePolicy.DISABLE)));
        return NamedCpu.of(model.name()).withFeatures(list);
    }

    /// What QEMU does not give a model any more.
    private static NamedCpu withoutGone(NamedCpu cpu, X86Model model, FeatureSet features) {
        NamedCpu less = cpu;
        for (int place : model.gone().minus(features).stream().toArray()) {
            less = less.withMissing(X86Table.instance().name(place), FeaturePolicy.DISABLE);
        }
        return less;
    }

    /// The processors that a model was made for get its name even if another one is nearer.
    private boolean isBetter(Candidate candidate, Candidate best, Optional<Signature> signature) {
        if (inputs.contains(candidate.model().name())) {
            return candidate.without() < best.without();
        }
        boolean made = candidate.isOf(signature);
        boolean bestMade = best.isOf(signature);
        return made == bestMade ? candidate.isNearerThan(best) : made;
    }

    /// Some of Intel's processors announce transactional memory that does not work.
    private static FeatureSet withoutBrokenMemory(X86Facts facts) {
        boolean broken =
                facts.vendor().filter(INTEL::equals).isPresent()
                        && facts.signature().filter(X86Naming::isBroken).isPresent();
        return broken
                ? facts.features().minus(X86Names.feature("hle")).minus(X86Names.feature("rtm"))
                : facts.features();
    }

    private static boolean isBroken(Signature signature) {
        return signature.family() == 6
                && switch (signature.model()) {
                    case 60, 69, 70 -> true;
                    case 63 -> signature.stepping() < 4;
                    default -> false;
                };
    }

    /// A processor without what a guest cannot take along to another host.
    static NamedCpu withoutLocal(NamedCpu cpu) {
        var table = X86Table.instance();
        FeatureSet local = table.local();
        return cpu.withFeatures(
                cpu.features().stream()
                        .filter(f -> !local.has(table.place(f.name()).orElseThrow()))
                        .toList());
    }
}
