package dev.jvirt.qemu.cpu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.Feature;
import dev.jvirt.documents.domain.Cpu.FeaturePolicy;
import dev.jvirt.documents.domain.Cpu.Match;
import dev.jvirt.documents.domain.Cpu.Mode;
import dev.jvirt.qemu.capabilities.CpuModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/// Processors of PCs.
record X86Cpus() implements CpuArchitecture {
    @Override
    public Optional<List<String>> models() {
        return Optional.of(X86Table.instance().models().stream().map(X86Model::name).toList());
    }

    @Override
    public Optional<String> vendor(String model) {
        return X86Table.instance().model(model).flatMap(X86Model::vendor);
    }

    @Override
    public Comparison compare(NamedCpu host, Cpu guest) {
        var vendor = guest.modelOptions().vendor();
        if (vendor.isPresent() && !vendor.equals(host.vendor())) {
            return Comparison.incompatible(
                    "host CPU vendor does not match required CPU vendor %s"
                            .formatted(vendor.get()));
        }
        FeatureSet own = X86Facts.features(host);
        NamedCpu named = NamedCpu.of(guest);
        FeatureSet forbidden = X86Facts.features(named, FeaturePolicy.FORBID).common(own);
        if (!forbidden.isEmpty()) {
            return Comparison.incompatible(
                    "Host CPU provides forbidden features: %s".formatted(names(forbidden, ", ")));
        }
        FeatureSet forced = X86Facts.features(named, FeaturePolicy.FORCE);
        FeatureSet optional = X86Facts.features(named, FeaturePolicy.OPTIONAL);
        FeatureSet required = required(named).minus(forced).minus(optional);
        if (!own.hasAll(required)) {
            return Comparison.incompatible(
                    "Host CPU does not provide required features: %s"
                            .formatted(names(required.minus(own), ", ")));
        }
        FeatureSet disabled = X86Facts.features(named, FeaturePolicy.DISABLE);
        FeatureSet more = own.minus(optional).minus(required).minus(disabled).minus(forced);
        if (more.isEmpty()) {
            return Comparison.IDENTICAL;
        }
        return guest.policy().match() == Match.STRICT
                ? Comparison.incompatible(
                        "Host CPU does not strictly match guest CPU: Extra features: %s"
                                .formatted(names(more, ", ")))
                : Comparison.SUPERSET;
    }

    /// The features of the model and those that are required beside, without those that are not.
    private static FeatureSet required(NamedCpu cpu) {
        FeatureSet model =
                cpu.model().map(X86Names::model).map(X86Model::features).orElse(FeatureSet.NONE);
        return model.plus(X86Facts.features(cpu, FeaturePolicy.REQUIRE))
                .minus(X86Facts.features(cpu, FeaturePolicy.DISABLE));
    }

    private static String names(FeatureSet features, String separator) {
        var names = new StringJoiner(separator);
        features.stream().forEach(place -> names.add(X86Table.instance().name(place)));
        return names.toString();
    }

    @Override
    public Cpu update(Cpu guest, Optional<NamedCpu> host) {
        Cpu updated = GuestCpus.isRelative(guest) ? relativeTo(host, guest) : guest;
        return updated.mode() == Mode.CUSTOM ? withoutGone(updated) : updated;
    }

    private static Cpu relativeTo(Optional<NamedCpu> host, Cpu guest) {
        NamedCpu known = host.orElseThrow(CpuArchitecture::unknownHost);
        FeatureSet own = X86Facts.features(known);
        var features = new ArrayList<Feature>();
        for (Feature feature : guest.features()) {
            if (feature.policy() == FeaturePolicy.OPTIONAL) {
                boolean there = own.hasAll(X86Names.feature(feature.name()));
                features.add(
                        new Feature(
                                feature.name(),
                                there ? FeaturePolicy.REQUIRE : FeaturePolicy.DISABLE));
            } else {
                features.add(feature);
            }
        }
        Cpu decided = guest.withFeatures(features);
        return GuestCpus.wantsHostModel(guest) ? GuestCpus.withHostModel(decided, known) : decided;
    }

    /// What QEMU has no more in a model is not in the guest either, unless it is asked for.
    private static Cpu withoutGone(Cpu guest) {
        var model = guest.model().map(X86Names::model);
        if (model.isEmpty()) {
            return guest;
        }
        var cpu = NamedCpu.of(guest);
        for (int place : model.get().gone().stream().toArray()) {
            cpu = cpu.withMissing(X86Table.instance().name(place), FeaturePolicy.DISABLE);
        }
        return guest.withFeatures(cpu.features());
    }

    @Override
    public Cpu translate(Cpu guest, List<CpuModel> offered) {
        if (guest.mode() != Mode.CUSTOM || CpuArchitecture.isOffered(guest, offered)) {
            return guest;
        }
        if (guest.modelOptions().fallbackForbidden()) {
            throw CpuArchitecture.notOffered(guest);
        }
        var named = NamedCpu.of(guest);
        X86Model model = X86Names.model(guest.model().orElse(""));
        var facts =
                new X86Facts(
                        model.vendor(),
                        model.signatures().stream().findFirst().map(X86Model.Pattern::first),
                        X86Facts.features(named));
        NamedCpu other = X86Naming.forGuests(Optional.of(offered)).name(facts);
        return GuestCpus.withName(
                guest, other.withAll(guest.features()).withVendor(named.vendor()));
    }

    @Override
    public void checkFeatures(Cpu guest) {
        for (Feature feature : guest.features()) {
            if (X86Table.instance().place(feature.name()).isEmpty()) {
                throw CpuArchitecture.unknownFeature(feature.name());
            }
        }
    }

    @Override
    public Cpu common(List<NamedCpu> cpus, Optional<EmulatorCpus> emulator, boolean migratable) {
        return new X86Baseline(cpus).common(emulator, migratable);
    }

    @Override
    public NamedCpu migratable(NamedCpu cpu) {
        return X86Naming.withoutLocal(cpu);
    }

    @Override
    public boolean has(NamedCpu cpu, String feature) {
        return X86Facts.features(cpu).hasAll(X86Names.feature(feature));
    }

    @Override
    public Cpu live(Cpu guest, FeatureSet enabled, FeatureSet disabled) {
        var table = X86Table.instance();
        var named = NamedCpu.of(guest);
        FeatureSet wanted = X86Facts.features(named);
        FeatureSet more = enabled.minus(wanted);
        FeatureSet less = disabled.plus(wanted.minus(enabled));
        if (guest.mode() == Mode.HOST_PASSTHROUGH || guest.mode() == Mode.MAXIMUM) {
            // Only what is said about a feature can differ from what the emulator made of it.
            FeatureSet unwanted = X86Facts.features(named, FeaturePolicy.DISABLE);
            more = more.common(unwanted);
            less = less.common(wanted.plus(unwanted));
        }
        if (guest.policy().check().filter(c -> c == Cpu.Check.FULL).isPresent()) {
            checkFull(more, less);
            return guest;
        }
        NamedCpu live = named;
        for (int i = 0; i < table.features().size(); i++) {
            if (more.has(i)) {
                live = live.with(table.name(i), FeaturePolicy.REQUIRE);
            }
            if (less.has(i)) {
                live = live.with(table.name(i), FeaturePolicy.DISABLE);
            }
        }
        return guest.withFeatures(live.features());
    }

    private static void checkFull(FeatureSet more, FeatureSet less) {
        var differences = new StringJoiner(", ");
        if (!more.isEmpty()) {
            differences.add("extra features: " + names(more, ","));
        }
        if (!less.isEmpty()) {
            differences.add("missing features: " + names(less, ","));
        }
        if (differences.length() > 0) {
            throw CpuArchitecture.error(
                    ErrorCode.OPERATION_FAILED,
                    "guest CPU doesn't match specification: " + differences);
        }
    }

    @Override
    public Cpu expanded(Cpu guest) {
        var all = new TreeMap<String, FeaturePolicy>();
        guest.model()
                .map(X86Names::model)
                .ifPresent(
                        model ->
                                model.features().stream()
                                        .mapToObj(X86Table.instance()::name)
                                        .forEach(name -> all.put(name, FeaturePolicy.REQUIRE)));
        guest.features().forEach(f -> all.put(f.name(), f.policy()));
        var features = new ArrayList<Feature>();
        all.forEach((name, policy) -> features.add(new Feature(name, policy)));
        return guest.withFeatures(features);
    }
}
