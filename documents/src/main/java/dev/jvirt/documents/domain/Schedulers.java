package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_DETAIL;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// `<vcpusched>`, `<iothreadsched>` and `<emulatorsched>`: how the host schedules threads.
public record Schedulers(
        Optional<Scheduler> emulator,
        SortedMap<Integer, Scheduler> vcpus,
        SortedMap<Integer, Scheduler> ioThreads) {
    /// Nothing said.
    public static final Schedulers NONE =
            new Schedulers(Optional.empty(), new TreeMap<>(), new TreeMap<>());

    /// A policy and its priority.
    public record Scheduler(Policy policy, OptionalInt priority) {
        static Scheduler parse(Element element) {
            var policy = element.requiredChoice("scheduler", Policy.class);
            OptionalInt priority = OptionalInt.empty();
            if (policy == Policy.FIFO || policy == Policy.RR) {
                element.required("priority");
                priority = element.integer("priority");
            }
            return new Scheduler(policy, priority);
        }

        void format(XmlWriter out) {
            out.attribute("scheduler", policy).attribute("priority", priority);
        }
    }

    /// The host's policies.
    public enum Policy implements Word {
        BATCH,
        IDLE,
        FIFO,
        RR
    }

    /// Schedulers with their own copies.
    public Schedulers {
        vcpus = Collections.unmodifiableSortedMap(new TreeMap<>(vcpus));
        ioThreads = Collections.unmodifiableSortedMap(new TreeMap<>(ioThreads));
    }

    static Schedulers parse(Element tune, Vcpus vcpus, IoThreads ioThreads) {
        var emulator = tune.children("emulatorsched");
        if (emulator.size() > 1) {
            throw new LibvirtException(XML_ERROR, "only one emulatorsched is supported");
        }
        var processors =
                all(
                        tune,
                        new Kind("vcpusched", "vcpus"),
                        id ->
                                id < vcpus.max()
                                        ? Optional.empty()
                                        : Optional.of(
                                                "vCPU '%d' is not present in domain definition"
                                                        .formatted(id)));
        var threads =
                all(
                        tune,
                        new Kind("iothreadsched", "iothreads"),
                        id ->
                                ioThreads.has(id)
                                        ? Optional.empty()
                                        : Optional.of("Cannot find 'iothread' : %d".formatted(id)));
        return new Schedulers(
                emulator.stream().findFirst().map(Scheduler::parse), processors, threads);
    }

    /// The element of a kind of threads, and its attribute that names them.
    private record Kind(String element, String attribute) {
        IdSet ids(Element each) {
            String text =
                    each.attribute(attribute)
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR,
                                                    "Missing attribute '%s' in element '%s'"
                                                            .formatted(attribute, element)));
            var ids = IdSet.parse(text);
            if (ids.isEmpty()) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED,
                        "'%s' scheduler bitmap '%s' is empty".formatted(attribute, text));
            }
            return ids;
        }
    }

    /// @param objection why there can be no thread of that number, if there can be none
    private static TreeMap<Integer, Scheduler> all(
            Element tune, Kind kind, IntFunction<Optional<String>> objection) {
        var all = new TreeMap<Integer, Scheduler>();
        for (Element each : tune.children(kind.element())) {
            var ids = kind.ids(each);
            var scheduler = Scheduler.parse(each);
            for (int id : ids.ids().toArray()) {
                var wrong = objection.apply(id);
                if (wrong.isPresent()) {
                    throw new LibvirtException(CONFIG_UNSUPPORTED, wrong.get());
                }
                if (all.put(id, scheduler) != null) {
                    throw new LibvirtException(
                            XML_DETAIL,
                            "'%s' attributes '%s' must not overlap"
                                    .formatted(kind.element(), kind.attribute()));
                }
            }
        }
        return all;
    }

    void format(XmlWriter out) {
        if (emulator.isPresent()) {
            out.start("emulatorsched");
            emulator.get().format(out);
            out.end();
        }
        format(out, "vcpusched", "vcpus", vcpus);
        format(out, "iothreadsched", "iothreads", ioThreads);
    }

    private static void format(
            XmlWriter out, String element, String attribute, Map<Integer, Scheduler> all) {
        for (var entry : all.entrySet()) {
            out.start(element).attribute(attribute, entry.getKey());
            entry.getValue().format(out);
            out.end();
        }
    }
}
