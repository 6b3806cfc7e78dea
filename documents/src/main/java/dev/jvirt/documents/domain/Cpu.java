package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `<cpu>` of a domain: which processor the guest sees.
public record Cpu(
        Mode mode,
        Policy policy,
        Optional<String> model,
        ModelOptions modelOptions,
        Optional<Topology> topology,
        Physical physical,
        List<Feature> features,
        Optional<Numa> numa) {
    private static final int VENDOR_ID = 12;

    /// How the processor is chosen.
    public enum Mode implements Word {
        CUSTOM,
        HOST_MODEL,
        HOST_PASSTHROUGH,
        MAXIMUM
    }

    /// How exactly the guest must get what was asked for.
    public record Policy(Match match, Optional<Check> check, Optional<Boolean> migratable) {}

    /// How the features of the model and those of the host are compared.
    public enum Match implements Word {
        EXACT,
        MINIMUM,
        STRICT
    }

    /// What is checked before the guest starts.
    public enum Check implements Word {
        NONE,
        PARTIAL,
        FULL
    }

    /// What stands at the model.
    ///
    /// @param fallbackForbidden whether a lesser model is an error
    /// @param vendorId what the guest reads as vendor
    /// @param vendor vendor that the host must have
    public record ModelOptions(
            boolean fallbackForbidden, Optional<String> vendorId, Optional<String> vendor) {
        /// Nothing said.
        public static final ModelOptions NONE =
                new ModelOptions(false, Optional.empty(), Optional.empty());
    }

    /// `<topology>`.
    public record Topology(int sockets, int dies, int cores, int threads) {
        static Topology parse(Element topology) {
            topology.required("sockets");
            int sockets = topology.nonZero("sockets").orElse(1);
            int dies = topology.nonZero("dies").orElse(1);
            topology.required("cores");
            int cores = topology.nonZero("cores").orElse(1);
            topology.required("threads");
            return new Topology(sockets, dies, cores, topology.nonZero("threads").orElse(1));
        }

        /// How many processors that makes.
        public long count() {
            return (long) sockets * dies * cores * threads;
        }
    }

    /// Cache and width of physical addresses.
    public record Physical(Optional<Cache> cache, Optional<MaxPhysAddr> maxPhysAddr) {
        /// Nothing said.
        public static final Physical NONE = new Physical(Optional.empty(), Optional.empty());
    }

    /// `<cache>`.
    public record Cache(OptionalInt level, CacheMode mode) {
        private static final int MAX_LEVEL = 3;

        static Cache parse(Element cache) {
            OptionalInt level = cache.nonNegative("level");
            if (level.orElse(1) > MAX_LEVEL || level.orElse(1) < 1) {
                throw new LibvirtException(
                        XML_ERROR, "invalid CPU cache level, must be in range [1,3]");
            }
            return new Cache(level, cache.requiredChoice("mode", CacheMode.class));
        }
    }

    /// Which cache the guest sees.
    public enum CacheMode implements Word {
        EMULATE,
        PASSTHROUGH,
        DISABLE
    }

    /// `<maxphysaddr>`.
    public record MaxPhysAddr(AddressMode mode, OptionalInt bits) {}

    /// Which width the guest sees.
    public enum AddressMode implements Word {
        EMULATE,
        PASSTHROUGH
    }

    /// `<feature>`.
    public record Feature(String name, FeaturePolicy policy) {}

    /// What becomes of a feature.
    public enum FeaturePolicy implements Word {
        FORCE,
        REQUIRE,
        OPTIONAL,
        DISABLE,
        FORBID
    }

    /// A processor with its own copy of the features.
    public Cpu {
        features = List.copyOf(features);
    }

    /// A processor about which nothing is said but how it is chosen.
    public static Cpu of(Mode mode) {
        return new Cpu(
                mode,
                new Policy(Match.EXACT, Optional.empty(), Optional.empty()),
                Optional.empty(),
                ModelOptions.NONE,
                Optional.empty(),
                Physical.NONE,
                List.of(),
                Optional.empty());
    }

    /// The same chosen in another way.
    public Cpu withMode(Mode value) {
        return new Cpu(value, policy, model, modelOptions, topology, physical, features, numa);
    }

    /// The same as exactly as that.
    public Cpu withPolicy(Policy value) {
        return new Cpu(mode, value, model, modelOptions, topology, physical, features, numa);
    }

    /// The same of another model.
    public Cpu withModel(Optional<String> value, ModelOptions options) {
        return new Cpu(mode, policy, value, options, topology, physical, features, numa);
    }

    /// The same with other features.
    public Cpu withFeatures(List<Feature> value) {
        return new Cpu(mode, policy, model, modelOptions, topology, physical, value, numa);
    }

    /// The same with other nodes.
    public Cpu withNuma(Optional<Numa> value) {
        return new Cpu(mode, policy, model, modelOptions, topology, physical, features, value);
    }

    /// Reads the processor of a guest.
    public static Cpu parse(Element cpu) {
        var word = cpu.attribute("mode");
        var mode = word.isEmpty() ? Mode.CUSTOM : mode(word.get());
        boolean host = mode == Mode.HOST_PASSTHROUGH || mode == Mode.MAXIMUM;
        var migratable = cpu.onOff("migratable");
        if (migratable.isPresent() && !host) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "Attribute migratable is only allowed for 'host-passthrough' / 'maximum' CPU"
                            + " mode");
        }
        var policy =
                new Policy(
                        cpu.choice("match", Match.class).orElse(Match.EXACT),
                        cpu.choice("check", Check.class, "default"),
                        migratable);
        var model = cpu.text("model");
        var vendor = cpu.text("vendor");
        if (vendor.isPresent() && model.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "CPU vendor specified without CPU model");
        }
        var options = options(cpu.child("model"), host, vendor);
        var features = features(cpu);
        if (!features.isEmpty() && model.isEmpty() && mode == Mode.CUSTOM) {
            throw new LibvirtException(
                    XML_ERROR, "Non-empty feature list specified without CPU model");
        }
        return new Cpu(
                mode,
                policy,
                model,
                options,
                cpu.child("topology").map(Topology::parse),
                physical(cpu),
                features,
                cpu.child("numa").map(Numa::parse));
    }

    private static Mode mode(String word) {
        return Word.find(Mode.class, word)
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        CONFIG_UNSUPPORTED,
                                        "Invalid mode attribute '%s'".formatted(word)));
    }

    private static ModelOptions options(
            Optional<Element> model, boolean host, Optional<String> vendor) {
        if (host || model.isEmpty()) {
            return new ModelOptions(false, Optional.empty(), vendor);
        }
        var fallback = model.get().attribute("fallback").filter(f -> !f.isEmpty());
        if (fallback.filter(f -> !f.equals("allow") && !f.equals("forbid")).isPresent()) {
            throw new LibvirtException(CONFIG_UNSUPPORTED, "Invalid fallback attribute");
        }
        var vendorId = model.get().attribute("vendor_id").filter(v -> !v.isEmpty());
        if (vendorId.filter(v -> v.length() != VENDOR_ID).isPresent()) {
            throw new LibvirtException(
                    XML_ERROR, "vendor_id must be exactly %d characters long".formatted(VENDOR_ID));
        }
        if (vendorId.filter(v -> v.contains(",")).isPresent()) {
            throw new LibvirtException(XML_ERROR, "vendor id is invalid");
        }
        return new ModelOptions(fallback.filter("forbid"::equals).isPresent(), vendorId, vendor);
    }

    private static Physical physical(Element cpu) {
        if (cpu.children("cache").size() > 1) {
            throw new LibvirtException(XML_ERROR, "at most one CPU cache element may be specified");
        }
        return new Physical(
                cpu.child("cache").map(Cache::parse),
                cpu.child("maxphysaddr")
                        .map(
                                a ->
                                        new MaxPhysAddr(
                                                a.requiredChoice("mode", AddressMode.class),
                                                a.nonNegative("bits"))));
    }

    private static List<Feature> features(Element cpu) {
        var features = new ArrayList<Feature>();
        for (Element element : cpu.children("feature")) {
            var word = element.attribute("policy");
            var policy = word.flatMap(w -> Word.find(FeaturePolicy.class, w));
            if (word.isPresent() && policy.isEmpty()) {
                throw new LibvirtException(CONFIG_UNSUPPORTED, "Invalid CPU feature policy");
            }
            String name = element.attribute("name").orElse("");
            if (name.isEmpty()) {
                throw new LibvirtException(XML_ERROR, "Invalid CPU feature name");
            }
            for (Feature other : features) {
                if (other.name().equals(name)) {
                    throw new LibvirtException(
                            XML_ERROR, "CPU feature '%s' specified more than once".formatted(name));
                }
            }
            features.add(new Feature(name, policy.orElse(FeaturePolicy.REQUIRE)));
        }
        return features;
    }

    /// Writes it.
    public void format(XmlWriter out) {
        out.startOptional("cpu");
        if (mode != Mode.CUSTOM || model.isPresent()) {
            out.attribute("mode", mode);
            if (mode == Mode.CUSTOM) {
                out.attribute("match", policy.match());
            }
            out.word("check", policy.check());
            if (mode == Mode.HOST_PASSTHROUGH || mode == Mode.MAXIMUM) {
                out.onOff("migratable", policy.migratable());
            }
        }
        if (mode == Mode.CUSTOM || mode == Mode.HOST_MODEL) {
            formatModel(out);
        }
        topology.ifPresent(
                t ->
                        out.start("topology")
                                .attribute("sockets", t.sockets())
                                .attribute("dies", t.dies())
                                .attribute("cores", t.cores())
                                .attribute("threads", t.threads())
                                .end());
        physical.cache()
                .ifPresent(
                        c ->
                                out.start("cache")
                                        .attribute("level", c.level())
                                        .attribute("mode", c.mode())
                                        .end());
        physical.maxPhysAddr()
                .ifPresent(
                        a ->
                                out.start("maxphysaddr")
                                        .attribute("mode", a.mode())
                                        .attribute("bits", a.bits())
                                        .end());
        for (Feature feature : features) {
            out.start("feature")
                    .attribute("policy", feature.policy())
                    .attribute("name", feature.name())
                    .end();
        }
        numa.ifPresent(n -> n.format(out));
        out.end();
    }

    private void formatModel(XmlWriter out) {
        if (model.isPresent() || modelOptions.vendorId().isPresent()) {
            out.start("model");
            if (model.isPresent()) {
                out.attribute("fallback", modelOptions.fallbackForbidden() ? "forbid" : "allow");
            }
            out.attribute("vendor_id", modelOptions.vendorId());
            model.ifPresent(out::text);
            out.end();
        }
        out.leaf("vendor", modelOptions.vendor());
    }
}
