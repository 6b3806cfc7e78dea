package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.INVALID_ARG;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// `<cachetune>` and `<memorytune>` of the same virtual processors.
///
/// @param id name of the group on the host
public record ResourceGroup(
        IdSet vcpus,
        String id,
        List<Cache> caches,
        List<Bandwidth> bandwidths,
        List<Monitor> monitors) {
    private static final int MONITOR_LEVEL = 3;

    /// `<cache>`: a part of a cache, in bytes.
    public record Cache(int id, int level, CacheType type, long size) {
        static Cache parse(Element element) {
            element.required("id");
            element.required("level");
            long size =
                    Scaled.attribute(element, "size", 1024)
                            .bytes()
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR,
                                                    "missing element or attribute './@size'"));
            return new Cache(
                    element.unsigned("id").orElse(0),
                    element.unsigned("level").orElse(0),
                    element.requiredChoice("type", CacheType.class),
                    size);
        }

        private boolean collides(Cache other) {
            return level == other.level
                    && id == other.id
                    && (type == other.type
                            || type == CacheType.BOTH
                            || other.type == CacheType.BOTH);
        }
    }

    /// What is cached.
    public enum CacheType implements Word {
        BOTH,
        CODE,
        DATA
    }

    /// `<node>`: a share of a memory controller in percent.
    public record Bandwidth(int node, int percent) {}

    /// `<monitor>`: processors whose use is measured.
    public record Monitor(boolean cache, IdSet vcpus) {}

    /// A group with its own copies.
    public ResourceGroup {
        caches = List.copyOf(caches);
        bandwidths = List.copyOf(bandwidths);
        monitors = List.copyOf(monitors);
    }

    static List<ResourceGroup> parseAll(Element tune, Vcpus vcpus, ParseFlags flags) {
        var groups = new ArrayList<ResourceGroup>();
        for (Element element : tune.children("cachetune")) {
            addCache(groups, element, vcpus, flags);
        }
        for (Element element : tune.children("memorytune")) {
            addMemory(groups, element, vcpus, flags);
        }
        return groups;
    }

    private static void addCache(
            List<ResourceGroup> groups, Element element, Vcpus all, ParseFlags flags) {
        var vcpus = vcpus(element, all);
        if (vcpus.isEmpty()) {
            return;
        }
        if (find(groups, vcpus).isPresent()) {
            throw new LibvirtException(XML_ERROR, "Identical vcpus in cachetunes found");
        }
        var caches = new ArrayList<Cache>();
        for (Element child : element.children("cache")) {
            var cache = Cache.parse(child);
            for (Cache other : caches) {
                if (cache.collides(other)) {
                    throw new LibvirtException(
                            XML_ERROR,
                            "Colliding cache allocations for cache level '%d' id '%d', type '%s'"
                                    .formatted(cache.level(), cache.id(), cache.type().word()));
                }
            }
            caches.add(cache);
        }
        caches.sort(
                Comparator.comparingInt(Cache::level)
                        .thenComparing(Cache::type)
                        .thenComparingInt(Cache::id));
        var group =
                new ResourceGroup(vcpus, id(element, vcpus, flags), caches, List.of(), List.of())
                        .withMonitors(element, all, true);
        if (!caches.isEmpty() || !group.monitors.isEmpty()) {
            groups.add(group);
        }
    }

    private static void addMemory(
            List<ResourceGroup> groups, Element element, Vcpus all, ParseFlags flags) {
        var vcpus = vcpus(element, all);
        if (vcpus.isEmpty()) {
            return;
        }
        var old = find(groups, vcpus);
        var group =
                old.orElseGet(
                        () ->
                                new ResourceGroup(
                                        vcpus,
                                        id(element, vcpus, flags),
                                        List.of(),
                                        List.of(),
                                        List.of()));
        var bandwidths = new ArrayList<>(group.bandwidths);
        for (Element node : element.children("node")) {
            addBandwidth(bandwidths, node);
        }
        bandwidths.sort(Comparator.comparingInt(Bandwidth::node));
        var changed =
                new ResourceGroup(vcpus, group.id, group.caches, bandwidths, group.monitors)
                        .withMonitors(element, all, false);
        if (old.isPresent()) {
            groups.set(groups.indexOf(old.get()), changed);
        } else if (!bandwidths.isEmpty() || !changed.monitors.isEmpty()) {
            groups.add(changed);
        }
    }

    private static void addBandwidth(List<Bandwidth> bandwidths, Element node) {
        node.required("id");
        node.required("bandwidth");
        int id = node.unsigned("id").orElse(0);
        for (Bandwidth other : bandwidths) {
            if (other.node() == id) {
                throw new LibvirtException(
                        XML_ERROR, "Memory Bandwidth already defined for node %d".formatted(id));
            }
        }
        bandwidths.add(new Bandwidth(id, node.unsigned("bandwidth").orElse(0)));
    }

    private static IdSet vcpus(Element element, Vcpus all) {
        String text =
                element.attribute("vcpus")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR,
                                                "Missing %s attribute 'vcpus'"
                                                        .formatted(element.name())));
        var parsed = IdSet.parse(text);
        return IdSet.of(parsed.ids().filter(id -> id < all.max()).toArray());
    }

    private static Optional<ResourceGroup> find(List<ResourceGroup> groups, IdSet vcpus) {
        for (ResourceGroup group : groups) {
            if (group.vcpus.equals(vcpus)) {
                return Optional.of(group);
            }
            if (group.vcpus.overlaps(vcpus)) {
                throw new LibvirtException(XML_ERROR, "Overlapping vcpus in resctrls");
            }
        }
        return Optional.empty();
    }

    private static String id(Element element, IdSet vcpus, ParseFlags flags) {
        String generated = "vcpus_" + vcpus;
        return flags.inactive() ? generated : element.attribute("id").orElse(generated);
    }

    private ResourceGroup withMonitors(Element element, Vcpus all, boolean cache) {
        var group = this;
        for (Element child : element.children("monitor")) {
            if (cache) {
                child.required("level");
                int level = child.unsigned("level").orElse(0);
                if (level != MONITOR_LEVEL) {
                    throw new LibvirtException(
                            XML_ERROR, "Invalid monitor cache level '%d'".formatted(level));
                }
            }
            var monitor = new Monitor(cache, vcpus(child, all));
            group.check(monitor);
            var changed = new ArrayList<>(group.monitors);
            changed.add(monitor);
            group =
                    new ResourceGroup(
                            group.vcpus, group.id, group.caches, group.bandwidths, changed);
        }
        return group;
    }

    private void check(Monitor monitor) {
        if (monitor.vcpus().isEmpty()) {
            throw new LibvirtException(INVALID_ARG, "vcpus is empty");
        }
        if (!monitor.vcpus().ids().allMatch(vcpus::contains)) {
            throw new LibvirtException(INVALID_ARG, "Monitor vcpus conflicts with allocation");
        }
        boolean empty = caches.isEmpty() && bandwidths.isEmpty();
        boolean whole = monitor.vcpus().equals(vcpus);
        for (Monitor other : monitors) {
            if (other.vcpus().equals(monitor.vcpus())) {
                if (other.cache() == monitor.cache()) {
                    throw new LibvirtException(
                            INVALID_ARG, "Identical vcpus found in same type monitors");
                }
                continue;
            }
            boolean partial = !whole && !other.vcpus().equals(vcpus);
            if (other.vcpus().overlaps(monitor.vcpus()) && (partial || empty)) {
                throw new LibvirtException(INVALID_ARG, "vcpus overlaps in resctrl groups");
            }
        }
    }

    void formatCache(XmlWriter out, FormatFlags flags) {
        if (caches.isEmpty() && monitors.stream().noneMatch(Monitor::cache)) {
            return;
        }
        start(out, "cachetune", flags);
        for (Cache cache : caches) {
            var size = Pretty.of(cache.size());
            out.start("cache")
                    .attribute("id", cache.id())
                    .attribute("level", cache.level())
                    .attribute("type", cache.type())
                    .attribute("size", size.value())
                    .attribute("unit", size.unit())
                    .end();
        }
        for (Monitor monitor : monitors) {
            if (monitor.cache()) {
                out.start("monitor")
                        .attribute("level", MONITOR_LEVEL)
                        .attribute("vcpus", monitor.vcpus().toString())
                        .end();
            }
        }
        out.end();
    }

    void formatMemory(XmlWriter out, FormatFlags flags) {
        if (bandwidths.isEmpty() && monitors.stream().allMatch(Monitor::cache)) {
            return;
        }
        start(out, "memorytune", flags);
        for (Bandwidth bandwidth : bandwidths) {
            out.start("node")
                    .attribute("id", bandwidth.node())
                    .attribute("bandwidth", bandwidth.percent())
                    .end();
        }
        for (Monitor monitor : monitors) {
            if (!monitor.cache()) {
                out.start("monitor").attribute("vcpus", monitor.vcpus().toString()).end();
            }
        }
        out.end();
    }

    private void start(XmlWriter out, String element, FormatFlags flags) {
        out.start(element).attribute("vcpus", vcpus.toString());
        if (!flags.inactive()) {
            out.attribute("id", id);
        }
    }
}
