package dev.jvirt.qemu.hostcaps;

import dev.jvirt.documents.xml.XmlWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `<cpu>` of a host: its processors.
///
/// @param kind what kind of processors they are, as far as that is known
/// @param addressBits how many bits a physical address has
/// @param pages the sizes of memory pages they support, in KiB
public record HostCpu(
        String arch,
        Kind kind,
        Optional<Counter> counter,
        Optional<Topology> topology,
        OptionalInt addressBits,
        List<Integer> pages) {
    /// A kind of processor.
    ///
    /// @param model libvirt's name for processors that have at least some features
    /// @param microcode the version of the program that runs inside of them
    /// @param features what they have beyond the model
    public record Kind(
            Optional<String> model,
            Optional<String> vendor,
            OptionalInt microcode,
            Optional<Signature> signature,
            List<String> features) {
        /// Nobody knows which.
        public static final Kind UNKNOWN =
                new Kind(
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        List.of());

        /// A kind of processor.
        public Kind {
            features = List.copyOf(features);
        }
    }

    /// The numbers by which x86 processors tell what they are.
    public record Signature(int family, int model, int stepping) {}

    /// A counter that the processors run for software to tell the time by.
    ///
    /// @param frequency in Hz
    /// @param scaling whether guests can be given one of another frequency; absent if that is not
    ///     known
    public record Counter(String name, long frequency, Optional<Boolean> scaling) {}

    /// How processors are put together.
    public record Topology(int sockets, int dies, int cores, int threads) {}

    /// Processors of a host.
    public HostCpu {
        pages = List.copyOf(pages);
    }

    /// Processors of which nothing is known but the architecture.
    public static HostCpu ofArch(String arch) {
        return new HostCpu(
                arch,
                Kind.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of());
    }

    /// Writes it.
    public void format(XmlWriter out) {
        out.start("cpu").leaf("arch", arch);
        out.leaf("model", kind.model()).leaf("vendor", kind.vendor());
        if (kind.microcode().isPresent()) {
            long version = Integer.toUnsignedLong(kind.microcode().getAsInt());
            out.start("microcode").attribute("version", version).end();
        }
        kind.signature().ifPresent(numbers -> signature(out, numbers));
        counter.ifPresent(tsc -> counter(out, tsc));
        topology.ifPresent(parts -> topology(out, parts));
        if (addressBits.isPresent()) {
            out.start("maxphysaddr").attribute("mode", "emulate");
            out.attribute("bits", addressBits.getAsInt()).end();
        }
        for (String feature : kind.features()) {
            out.start("feature").attribute("name", feature).end();
        }
        for (int size : pages) {
            out.start("pages").attribute("unit", "KiB").attribute("size", size).end();
        }
        out.end();
    }

    private static void signature(XmlWriter out, Signature numbers) {
        out.start("signature").attribute("family", numbers.family());
        out.attribute("model", numbers.model()).attribute("stepping", numbers.stepping()).end();
    }

    private static void counter(XmlWriter out, Counter counter) {
        out.start("counter").attribute("name", counter.name());
        out.attribute("frequency", counter.frequency());
        out.yesNo("scaling", counter.scaling()).end();
    }

    private static void topology(XmlWriter out, Topology parts) {
        out.start("topology").attribute("sockets", parts.sockets());
        out.attribute("dies", parts.dies()).attribute("cores", parts.cores());
        out.attribute("threads", parts.threads()).end();
    }
}
