package dev.jvirt.qemu.cpu;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.FeaturePolicy;
import dev.jvirt.documents.domain.Cpu.Match;
import dev.jvirt.documents.domain.Cpu.Mode;
import dev.jvirt.documents.domain.Cpu.ModelOptions;
import dev.jvirt.documents.domain.Cpu.Policy;
import java.util.Optional;

/// Puts the names of processors into what documents say about guests.
final class GuestCpus {
    private GuestCpus() {}

    /// Whether what the guest gets depends on the host.
    static boolean isRelative(Cpu guest) {
        return guest.mode() == Mode.HOST_MODEL
                || guest.mode() == Mode.CUSTOM
                        && (guest.policy().match() == Match.MINIMUM
                                || guest.features().stream()
                                        .anyMatch(f -> f.policy() == FeaturePolicy.OPTIONAL));
    }

    /// Whether the guest gets the model of the host.
    static boolean wantsHostModel(Cpu guest) {
        return guest.mode() == Mode.HOST_MODEL || guest.policy().match() == Match.MINIMUM;
    }

    /// A processor of its own in place of the host's, with what the document says about features.
    static Cpu withHostModel(Cpu guest, NamedCpu host) {
        var said = guest.modelOptions();
        Optional<String> vendor = guest.mode() == Mode.CUSTOM ? said.vendor() : host.vendor();
        var named = host.withAll(guest.features()).withVendor(vendor);
        return withName(exact(guest.withMode(Mode.CUSTOM)), named);
    }

    /// The same, with exactly the model that it names.
    static Cpu exact(Cpu guest) {
        var policy = guest.policy();
        return guest.withPolicy(new Policy(Match.EXACT, policy.check(), policy.migratable()));
    }

    /// The same processor by another name.
    static Cpu withName(Cpu guest, NamedCpu cpu) {
        var said = guest.modelOptions();
        return guest.withModel(
                        cpu.model(),
                        new ModelOptions(said.fallbackForbidden(), said.vendorId(), cpu.vendor()))
                .withFeatures(cpu.features());
    }
}
