package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// `<cputune>`: the share of the host's processors.
///
/// @param shares weight among all domains
/// @param quotas limits of the domain and of its parts
/// @param vcpuPins processors of the host for each virtual processor
/// @param threadPins processors of the host for each thread that serves disks
public record CpuTune(
        OptionalLong shares,
        Quotas quotas,
        SortedMap<Integer, IdSet> vcpuPins,
        Optional<IdSet> emulatorPin,
        SortedMap<Integer, IdSet> threadPins,
        Schedulers schedulers,
        List<ResourceGroup> groups) {
    /// Nothing said.
    public static final CpuTune NONE =
            new CpuTune(
                    OptionalLong.empty(),
                    new Quotas(Quota.NONE, Quota.NONE, Quota.NONE, Quota.NONE),
                    new TreeMap<>(),
                    Optional.empty(),
                    new TreeMap<>(),
                    Schedulers.NONE,
                    List.of());

    /// Limits of the virtual processors, the domain, its emulator and its threads.
    public record Quotas(Quota vcpu, Quota global, Quota emulator, Quota ioThread) {}

    /// Microseconds of processor time in a period of microseconds.
    public record Quota(OptionalLong period, OptionalLong quota) {
        static final Quota NONE = new Quota(OptionalLong.empty(), OptionalLong.empty());

        static Quota parse(Element tune, String prefix) {
            return new Quota(
                    number(tune, prefix + "period", true), number(tune, prefix + "quota", false));
        }

        void format(XmlWriter out, String prefix) {
            out.leaf(prefix + "period", period).leaf(prefix + "quota", quota);
        }
    }

    /// Tuning with its own copies.
    public CpuTune {
        vcpuPins = Collections.unmodifiableSortedMap(new TreeMap<>(vcpuPins));
        threadPins = Collections.unmodifiableSortedMap(new TreeMap<>(threadPins));
        groups = List.copyOf(groups);
    }

    /// Whether anything is pinned to processors of the host.
    public boolean hasPins() {
        return !vcpuPins.isEmpty() || emulatorPin.isPresent() || !threadPins.isEmpty();
    }

    /// The same with virtual processors pinned elsewhere.
    public CpuTune withVcpuPins(SortedMap<Integer, IdSet> value) {
        return new CpuTune(shares, quotas, value, emulatorPin, threadPins, schedulers, groups);
    }

    /// The same with the emulator's own threads elsewhere.
    public CpuTune withEmulatorPin(IdSet value) {
        return new CpuTune(
                shares, quotas, vcpuPins, Optional.of(value), threadPins, schedulers, groups);
    }

    /// The same with the IO threads elsewhere.
    public CpuTune withThreadPins(SortedMap<Integer, IdSet> value) {
        return new CpuTune(shares, quotas, vcpuPins, emulatorPin, value, schedulers, groups);
    }

    private static OptionalLong number(Element tune, String name, boolean unsigned) {
        var text = tune.text(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = Numbers.parse(text.get(), 10);
        if (number.isEmpty() || (unsigned && number.getAsLong() < 0)) {
            throw new LibvirtException(
                    XML_ERROR, "can't parse cputune %s value".formatted(name.replace('_', ' ')));
        }
        boolean absent = number.getAsLong() == 0 && !name.equals("shares");
        return absent ? OptionalLong.empty() : number;
    }

    static CpuTune parse(Element tune, Vcpus vcpus, IoThreads ioThreads, ParseFlags flags) {
        var emulatorPins = tune.children("emulatorpin");
        if (emulatorPins.size() > 1) {
            throw new LibvirtException(XML_ERROR, "only one emulatorpin is supported");
        }
        return new CpuTune(
                number(tune, "shares", true),
                new Quotas(
                        Quota.parse(tune, ""),
                        Quota.parse(tune, "global_"),
                        Quota.parse(tune, "emulator_"),
                        Quota.parse(tune, "iothread_")),
                vcpuPins(tune, vcpus),
                emulatorPins.isEmpty()
                        ? Optional.empty()
                        : Optional.of(cpuSet(emulatorPins.getFirst(), "emulatorpin")),
                threadPins(tune, ioThreads),
                Schedulers.parse(tune, vcpus, ioThreads),
                ResourceGroup.parseAll(tune, vcpus, flags));
    }

    private static SortedMap<Integer, IdSet> vcpuPins(Element tune, Vcpus vcpus) {
        var pins = new TreeMap<Integer, IdSet>();
        for (Element pin : tune.children("vcpupin")) {
            pin.required("vcpu");
            int vcpu = pin.unsigned("vcpu").orElse(0);
            // libvirt ignores pins of processors that there cannot be.
            if (vcpu < vcpus.max() && pins.putIfAbsent(vcpu, cpuSet(pin, "vcpupin")) != null) {
                throw new LibvirtException(
                        XML_ERROR, "duplicate vcpupin for vcpu '%d'".formatted(vcpu));
            }
        }
        return pins;
    }

    private static SortedMap<Integer, IdSet> threadPins(Element tune, IoThreads ioThreads) {
        var pins = new TreeMap<Integer, IdSet>();
        for (Element pin : tune.children("iothreadpin")) {
            pin.required("iothread");
            int thread = pin.nonZero("iothread").orElse(0);
            if (!ioThreads.has(thread)) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED, "Cannot find 'iothread' : %d".formatted(thread));
            }
            if (pins.putIfAbsent(thread, cpuSet(pin, "iothreadpin")) != null) {
                throw new LibvirtException(
                        XML_ERROR,
                        "duplicate iothreadpin for same iothread '%d'".formatted(thread));
            }
        }
        return pins;
    }

    private static IdSet cpuSet(Element pin, String element) {
        String text =
                pin.attribute("cpuset")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR,
                                                "missing cpuset for %s"
                                                        .formatted(
                                                                element.equals("emulatorpin")
                                                                        ? "emulatorpin"
                                                                        : element)));
        return IdSet.parseNonEmpty(text, "cpuset");
    }

    void format(XmlWriter out, IoThreads ioThreads, FormatFlags flags) {
        out.startOptional("cputune").leaf("shares", shares);
        quotas.vcpu().format(out, "");
        quotas.global().format(out, "global_");
        quotas.emulator().format(out, "emulator_");
        quotas.ioThread().format(out, "iothread_");
        for (Map.Entry<Integer, IdSet> pin : vcpuPins.entrySet()) {
            out.start("vcpupin")
                    .attribute("vcpu", pin.getKey())
                    .attribute("cpuset", pin.getValue().toString())
                    .end();
        }
        emulatorPin.ifPresent(
                p -> out.start("emulatorpin").attribute("cpuset", p.toString()).end());
        for (IoThreads.IoThread thread : ioThreads.threads()) {
            var pin = threadPins.get(thread.id());
            if (pin != null) {
                out.start("iothreadpin")
                        .attribute("iothread", thread.id())
                        .attribute("cpuset", pin.toString())
                        .end();
            }
        }
        schedulers.format(out);
        for (ResourceGroup group : groups) {
            group.formatCache(out, flags);
        }
        for (ResourceGroup group : groups) {
            group.formatMemory(out, flags);
        }
        out.end();
    }
}
