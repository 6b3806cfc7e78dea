package dev.jvirt.qemu.status;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a QEMU was started, as far as a later daemon must know.
///
/// @param namespaces kinds of namespaces of its own that it has
/// @param originalCpu the processor of the document, where the live one was completed by QEMU
/// @param logDaemon whether virtlogd writes its log
/// @param rememberOwner whether the owners of its files were noted, to be restored
/// @param allowReboot whether it may reset itself; absent where QEMU is told later
/// @param reservationDaemon whether a helper keeps SCSI reservations for it
/// @param counters the next numbers to give away
/// @param memoryPreallocated whether its memory was allocated at once
public record StartFacts(
        List<String> namespaces,
        Optional<Cpu> originalCpu,
        boolean logDaemon,
        boolean rememberOwner,
        Optional<Boolean> allowReboot,
        boolean reservationDaemon,
        Counters counters,
        boolean memoryPreallocated) {
    /// Numbers that are given away once in the life of a QEMU.
    ///
    /// @param image the last one that an image got
    /// @param descriptorSet the last one that a set of descriptors got
    public record Counters(long image, int descriptorSet) {
        /// Nothing given away yet.
        public static final Counters NONE = new Counters(0, 0);
    }

    /// What is true of a QEMU about which nothing is said.
    public static final StartFacts PLAIN =
            new StartFacts(
                    List.of(),
                    Optional.empty(),
                    false,
                    false,
                    Optional.empty(),
                    false,
                    Counters.NONE,
                    false);

    /// Facts with their own copy.
    public StartFacts {
        namespaces = List.copyOf(namespaces);
    }

    /// The same, and whether the guest may reset itself.
    public StartFacts withAllowReboot(boolean value) {
        return new StartFacts(
                namespaces,
                originalCpu,
                logDaemon,
                rememberOwner,
                Optional.of(value),
                reservationDaemon,
                counters,
                memoryPreallocated);
    }

    /// The same for a guest whose processor was completed.
    public StartFacts withOriginalCpu(Optional<Cpu> value) {
        return new StartFacts(
                namespaces,
                value,
                logDaemon,
                rememberOwner,
                allowReboot,
                reservationDaemon,
                counters,
                memoryPreallocated);
    }

    /// The same with other counters.
    public StartFacts withCounters(Counters value) {
        return new StartFacts(
                namespaces,
                originalCpu,
                logDaemon,
                rememberOwner,
                allowReboot,
                reservationDaemon,
                value,
                memoryPreallocated);
    }

    static StartFacts parse(Element root) {
        return new StartFacts(
                namespaces(root),
                root.child("cpu").map(Cpu::parse),
                root.has("chardevStdioLogd"),
                root.has("rememberOwner"),
                root.child("allowReboot").flatMap(a -> a.yesNo("value")),
                root.has("prDaemon"),
                new Counters(
                        root.child("nodename")
                                .map(n -> n.unsignedLong("index").orElse(0))
                                .orElse(0L),
                        root.child("fdset").map(f -> f.unsigned("index").orElse(0)).orElse(0)),
                root.has("memPrealloc"));
    }

    private static List<String> namespaces(Element root) {
        var kinds = new ArrayList<String>();
        for (Element kind : root.child("namespaces").map(Element::children).orElse(List.of())) {
            kinds.add(kind.name());
        }
        return kinds;
    }

    void formatNamespaces(XmlWriter out) {
        out.startOptional("namespaces");
        for (String kind : namespaces) {
            out.empty(kind);
        }
        out.end();
    }

    void format(XmlWriter out) {
        originalCpu.ifPresent(cpu -> cpu.format(out));
        out.empty("chardevStdioLogd", logDaemon).empty("rememberOwner", rememberOwner);
        allowReboot.ifPresent(
                allowed -> out.start("allowReboot").yesNo("value", Optional.of(allowed)).end());
        out.empty("prDaemon", reservationDaemon);
        out.start("nodename").attribute("index", counters.image()).end();
        out.start("fdset").attribute("index", counters.descriptorSet()).end();
        out.empty("memPrealloc", memoryPreallocated);
    }
}
