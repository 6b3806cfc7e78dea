package dev.jvirt.qemu.cpu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.Mode;
import dev.jvirt.documents.domain.Cpu.ModelOptions;
import dev.jvirt.qemu.capabilities.CpuModel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Processors of the POWER architecture. They have no features; what an older one can do is done by
/// a newer one in a mode of compatibility.
record PowerCpus() implements CpuArchitecture {
    private static final List<String> MODELS =
            List.of(
                    "POWER6",
                    "POWER7",
                    "POWER8",
                    "POWER9",
                    "POWER10",
                    "POWERPC_e5500",
                    "POWERPC_e6500");

    /// Names with a version, which documents had once.
    private static final Set<String> OLD_NAMES =
            Set.of("POWER7_v2.1", "POWER7_v2.3", "POWER7+_v2.1", "POWER8_v1.0");

    private static final String HOST_PREFIX = "POWER";
    private static final String MODE_PREFIX = "power";
    private static final int OLDEST = 6;
    private static final int NEWEST = 10;

    @Override
    public Optional<List<String>> models() {
        return Optional.of(MODELS);
    }

    @Override
    public Optional<String> vendor(String model) {
        return Optional.of(model.startsWith("POWERPC") ? "Freescale" : "IBM");
    }

    @Override
    public Comparison compare(NamedCpu host, Cpu guest) {
        var vendor = guest.modelOptions().vendor();
        if (vendor.isPresent() && !vendor.equals(host.vendor())) {
            return Comparison.incompatible(
                    "host CPU vendor does not match required CPU vendor %s"
                            .formatted(vendor.get()));
        }
        String own = known(host.model());
        return switch (guest.mode()) {
            case HOST_PASSTHROUGH, MAXIMUM -> Comparison.IDENTICAL;
            case HOST_MODEL ->
                    guest.model().isEmpty()
                            ? Comparison.IDENTICAL
                            : compareMode(own, guest.model().get());
            case CUSTOM -> {
                String wanted = known(renamed(guest).model());
                yield wanted.equals(own)
                        ? Comparison.IDENTICAL
                        : Comparison.incompatible(
                                "host CPU model does not match required CPU model %s"
                                        .formatted(wanted));
            }
        };
    }

    private static String known(Optional<String> model) {
        String name =
                model.orElseThrow(
                        () ->
                                CpuArchitecture.error(
                                        ErrorCode.INTERNAL_ERROR, "no CPU model specified"));
        if (!MODELS.contains(name)) {
            throw CpuArchitecture.error(
                    ErrorCode.INTERNAL_ERROR, "Unknown CPU model %s".formatted(name));
        }
        return name;
    }

    private static Comparison compareMode(String host, String mode) {
        int own =
                generation(host, HOST_PREFIX)
                        .orElseThrow(
                                () ->
                                        CpuArchitecture.error(
                                                ErrorCode.INTERNAL_ERROR,
                                                "Host CPU does not support compatibility modes"));
        int wanted =
                generation(mode, MODE_PREFIX)
                        .orElseThrow(
                                () ->
                                        CpuArchitecture.error(
                                                ErrorCode.INTERNAL_ERROR,
                                                "Unknown compatibility mode %s".formatted(mode)));
        return wanted > own ? Comparison.incompatible("") : Comparison.IDENTICAL;
    }

    private static OptionalInt generation(String name, String prefix) {
        if (!name.startsWith(prefix)) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(name.substring(prefix.length()));
            return number < OLDEST || number > NEWEST
                    ? OptionalInt.empty()
                    : OptionalInt.of(number);
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /// The host's model with another one means a mode of compatibility, and stays.
    @Override
    public Cpu update(Cpu guest, Optional<NamedCpu> host) {
        return guest.mode() == Mode.CUSTOM ? GuestCpus.exact(guest) : guest;
    }

    @Override
    public Cpu translate(Cpu guest, List<CpuModel> offered) {
        if (guest.mode() != Mode.CUSTOM) {
            return guest;
        }
        if (CpuArchitecture.isOffered(guest, offered)) {
            return guest;
        }
        Cpu renamed = renamed(guest);
        if (!guest.modelOptions().fallbackForbidden()
                && CpuArchitecture.isOffered(renamed, offered)) {
            return renamed;
        }
        throw CpuArchitecture.notOffered(guest);
    }

    @Override
    public Cpu renamed(Cpu guest) {
        if (guest.model().filter(OLD_NAMES::contains).isEmpty()) {
            return guest;
        }
        String today = guest.model().get().substring(0, "POWER7".length());
        return guest.withModel(Optional.of(today), guest.modelOptions());
    }

    @Override
    public Cpu common(List<NamedCpu> cpus, Optional<EmulatorCpus> emulator, boolean migratable) {
        String model = known(cpus.getFirst().model());
        var vendors = new HashSet<String>();
        for (NamedCpu cpu : cpus) {
            if (!known(cpu.model()).equals(model)) {
                throw CpuArchitecture.error(ErrorCode.OPERATION_FAILED, "CPUs are incompatible");
            }
            cpu.vendor().ifPresent(vendors::add);
        }
        if (vendors.size() > 1) {
            throw CpuArchitecture.error(ErrorCode.OPERATION_FAILED, "CPU vendors do not match");
        }
        return Cpu.of(Mode.CUSTOM)
                .withModel(
                        Optional.of(model),
                        new ModelOptions(true, Optional.empty(), Optional.empty()));
    }
}
