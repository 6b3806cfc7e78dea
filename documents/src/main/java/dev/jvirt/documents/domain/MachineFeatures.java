package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Features that only some machines have.
///
/// @param gic interrupt controller of ARM; present without version: a driver chooses
/// @param tcgCache size of the translation cache in KiB
public record MachineFeatures(
        Optional<Gic> gic,
        Optional<IoApic> ioApic,
        Hpt hpt,
        Optional<Msrs> msrs,
        Optional<Mitigation> cfpc,
        Optional<Mitigation> sbbc,
        Optional<Ibs> ibs,
        OptionalLong tcgCache) {
    /// None.
    public static final MachineFeatures NONE =
            new MachineFeatures(
                    Optional.empty(),
                    Optional.empty(),
                    Hpt.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty());

    /// `<gic>`.
    public record Gic(Optional<GicVersion> version) {}

    /// The version of the interrupt controller.
    public enum GicVersion implements Word {
        HOST,
        V2,
        V3;

        @Override
        public String spelling() {
            return switch (this) {
                case HOST -> "host";
                case V2 -> "2";
                case V3 -> "3";
            };
        }
    }

    /// Who emulates the IO-APIC.
    public enum IoApic implements Word {
        QEMU,
        KVM
    }

    /// `<hpt>`: the hash page table of pSeries; page size in KiB.
    public record Hpt(Optional<Resizing> resizing, OptionalLong maxPageSize) {
        static final Hpt NONE = new Hpt(Optional.empty(), OptionalLong.empty());
    }

    /// Whether the table can grow.
    public enum Resizing implements Word {
        ENABLED,
        DISABLED,
        REQUIRED
    }

    /// What happens with unknown model specific registers.
    public enum Msrs implements Word {
        IGNORE,
        FAULT
    }

    /// How well a flaw of the processor is mended.
    public enum Mitigation implements Word {
        BROKEN,
        WORKAROUND,
        FIXED
    }

    /// How well indirect branches are mended.
    public enum Ibs implements Word {
        BROKEN,
        WORKAROUND,
        FIXED_IBS,
        FIXED_CCD,
        FIXED_NA;

        @Override
        public String spelling() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The same with another interrupt controller.
    public MachineFeatures withGic(Optional<Gic> value) {
        return new MachineFeatures(value, ioApic, hpt, msrs, cfpc, sbbc, ibs, tcgCache);
    }

    static MachineFeatures parse(Element features) {
        var hpt = features.child("hpt");
        var tcg = features.child("tcg");
        OptionalLong cache =
                tcg.isEmpty()
                        ? OptionalLong.empty()
                        : Scaled.child(tcg.get(), "tb-cache", 1024).kibibytes();
        return new MachineFeatures(
                features.child("gic").map(g -> new Gic(g.choice("version", GicVersion.class))),
                features.child("ioapic").flatMap(i -> i.choice("driver", IoApic.class)),
                hpt.map(MachineFeatures::hpt).orElse(Hpt.NONE),
                features.child("msrs").map(m -> m.requiredChoice("unknown", Msrs.class)),
                features.child("cfpc").flatMap(c -> c.choice("value", Mitigation.class)),
                features.child("sbbc").flatMap(c -> c.choice("value", Mitigation.class)),
                features.child("ibs").flatMap(c -> c.choice("value", Ibs.class)),
                cache.orElse(0) == 0 ? OptionalLong.empty() : cache);
    }

    private static Hpt hpt(Element hpt) {
        OptionalLong size = Scaled.child(hpt, "maxpagesize", 1024).kibibytes();
        return new Hpt(
                hpt.choice("resizing", Resizing.class),
                size.orElse(0) == 0 ? OptionalLong.empty() : size);
    }

    void format(XmlWriter out, Features.Name name) {
        switch (name) {
            case GIC -> gic.ifPresent(g -> out.start("gic").word("version", g.version()).end());
            case IOAPIC -> out.startOptional("ioapic").word("driver", ioApic).end();
            case HPT -> {
                out.startOptional("hpt").word("resizing", hpt.resizing());
                hpt.maxPageSize().ifPresent(s -> out.size("maxpagesize", "KiB", s));
                out.end();
            }
            case MSRS -> out.startOptional("msrs").word("unknown", msrs).end();
            case CFPC -> out.startOptional("cfpc").word("value", cfpc).end();
            case SBBC -> out.startOptional("sbbc").word("value", sbbc).end();
            case IBS -> out.startOptional("ibs").word("value", ibs).end();
            case TCG -> tcgCache.ifPresent(s -> out.start("tcg").size("tb-cache", "KiB", s).end());
            default -> {}
        }
    }
}
