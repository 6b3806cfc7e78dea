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

/// `<numa>`: the nodes that the guest sees. The place of a cell is its number.
public record Numa(List<Cell> cells, List<Interconnect> interconnects) {
    private static final int LOCAL = 10;
    private static final int UNREACHABLE = 255;

    /// `<cell>`: one node, its memory in KiB.
    ///
    /// @param distances to each node, 0 where unknown; empty if none is known
    public record Cell(
            Optional<IdSet> cpus,
            long memory,
            Optional<MemoryAccess> access,
            Optional<Boolean> discard,
            List<Integer> distances,
            List<Cache> caches) {
        /// A cell with its own copies.
        public Cell {
            distances = List.copyOf(distances);
            caches = List.copyOf(caches);
        }

        /// The same with another size.
        public Cell withMemory(long value) {
            return new Cell(cpus, value, access, discard, distances, caches);
        }

        /// The same with other virtual processors.
        public Cell withCpus(IdSet value) {
            return new Cell(Optional.of(value), memory, access, discard, distances, caches);
        }

        Cell withDistances(List<Integer> value) {
            return new Cell(cpus, memory, access, discard, value, caches);
        }

        static Cell parse(Element cell, int number) {
            long memory =
                    Scaled.attribute(cell, "memory", 1024)
                            .kibibytes()
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR,
                                                    "missing element or attribute './@memory'"));
            var caches = new ArrayList<Cache>();
            for (Element cache : cell.children("cache")) {
                caches.add(Cache.parse(cache, number));
            }
            return new Cell(
                    cell.attribute("cpus").map(IdSet::parse).filter(s -> !s.isEmpty()),
                    memory,
                    cell.choice("memAccess", MemoryAccess.class),
                    cell.yesNo("discard"),
                    List.of(),
                    caches);
        }

        void format(XmlWriter out, int number) {
            out.start("cell")
                    .attribute("id", number)
                    .attribute("cpus", cpus.map(IdSet::toString))
                    .attribute("memory", memory)
                    .attribute("unit", "KiB")
                    .word("memAccess", access)
                    .yesNo("discard", discard);
            if (!distances.isEmpty()) {
                out.start("distances");
                for (int i = 0; i < distances.size(); i++) {
                    if (distances.get(i) != 0) {
                        out.start("sibling")
                                .attribute("id", i)
                                .attribute("value", distances.get(i))
                                .end();
                    }
                }
                out.end();
            }
            for (Cache cache : caches) {
                cache.format(out);
            }
            out.end();
        }
    }

    /// `<cache>` beside the memory of a node; sizes as they are printed, in KiB and bytes.
    public record Cache(
            int level, Associativity associativity, CachePolicy policy, long size, long line) {
        static Cache parse(Element cache, int cell) {
            String level = need(cache, "level", cell);
            var number = dev.jvirt.documents.xml.Numbers.parse(level, 10);
            if (number.orElse(0) <= 0) {
                throw new LibvirtException(
                        XML_ERROR,
                        "Invalid 'level' attribute in cache element for NUMA node %d"
                                .formatted(cell));
            }
            var size = cache.child("size");
            var line = cache.child("line");
            return new Cache(
                    (int) number.getAsLong(),
                    word(cache, "associativity", Associativity.class, cell),
                    word(cache, "policy", CachePolicy.class, cell),
                    size.map(s -> Scaled.attribute(s, "value", 1024).kibibytes().orElse(0))
                            .orElseThrow(() -> missing("size")),
                    line.map(s -> Scaled.attribute(s, "value", 1).bytes().orElse(0))
                            .orElseThrow(() -> missing("line")));
        }

        private static LibvirtException missing(String what) {
            return new LibvirtException(
                    XML_ERROR, "missing element or attribute './%s/@value'".formatted(what));
        }

        private static String need(Element cache, String name, int cell) {
            return cache.attribute(name)
                    .orElseThrow(
                            () ->
                                    new LibvirtException(
                                            XML_ERROR,
                                            "Missing '%s' attribute in cache element for NUMA node %d"
                                                    .formatted(name, cell)));
        }

        private static <E extends Enum<E> & Word> E word(
                Element cache, String name, Class<E> type, int cell) {
            String word = need(cache, name, cell);
            return Word.find(type, word)
                    .orElseThrow(
                            () ->
                                    new LibvirtException(
                                            XML_ERROR,
                                            "Invalid cache %s '%s'".formatted(name, word)));
        }

        void format(XmlWriter out) {
            out.start("cache").attribute("level", level);
            if (associativity != Associativity.NONE) {
                out.attribute("associativity", associativity);
            }
            if (policy != CachePolicy.NONE) {
                out.attribute("policy", policy);
            }
            out.start("size").attribute("value", size).attribute("unit", "KiB").end();
            if (line != 0) {
                out.start("line").attribute("value", line).attribute("unit", "B").end();
            }
            out.end();
        }
    }

    /// How memory maps to lines of a cache.
    public enum Associativity implements Word {
        NONE,
        DIRECT,
        FULL
    }

    /// When a cache writes.
    public enum CachePolicy implements Word {
        NONE,
        WRITEBACK,
        WRITETHROUGH
    }

    /// `<latency>` or `<bandwidth>` between two nodes.
    ///
    /// @param cache level of the target's cache; 0 for its memory
    /// @param value nanoseconds or KiB a second
    public record Interconnect(
            boolean bandwidth, int initiator, int target, int cache, Access type, long value) {
        static Interconnect parse(Element element) {
            boolean bandwidth = element.name().equals("bandwidth");
            long value;
            if (bandwidth) {
                value =
                        Scaled.attribute(element, "value", 1024)
                                .kibibytes()
                                .orElseThrow(
                                        () ->
                                                new LibvirtException(
                                                        XML_ERROR,
                                                        "missing element or attribute './@value'"));
            } else {
                element.required("value");
                value = element.unsignedLong("value").orElse(0);
            }
            element.required("initiator");
            element.required("target");
            return new Interconnect(
                    bandwidth,
                    element.unsigned("initiator").orElse(0),
                    element.unsigned("target").orElse(0),
                    element.unsigned("cache").orElse(0),
                    element.requiredChoice("type", Access.class),
                    value);
        }

        void format(XmlWriter out) {
            out.start(bandwidth ? "bandwidth" : "latency")
                    .attribute("initiator", initiator)
                    .attribute("target", target);
            if (cache > 0) {
                out.attribute("cache", cache);
            }
            out.attribute("type", type).attribute("value", value);
            if (bandwidth) {
                out.attribute("unit", "KiB");
            }
            out.end();
        }
    }

    /// What was measured.
    public enum Access implements Word {
        ACCESS,
        READ,
        WRITE
    }

    /// Nodes with their own copies.
    public Numa {
        cells = List.copyOf(cells);
        interconnects = List.copyOf(interconnects);
    }

    /// The same with other nodes.
    public Numa withCells(List<Cell> value) {
        return new Numa(value, interconnects);
    }

    static Numa parse(Element numa) {
        var elements = numa.children("cell");
        if (elements.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "NUMA topology defined without NUMA cells");
        }
        var cells = new ArrayList<Optional<Cell>>();
        for (int i = 0; i < elements.size(); i++) {
            cells.add(Optional.empty());
        }
        var distances = new int[elements.size()][];
        for (int i = 0; i < elements.size(); i++) {
            var element = elements.get(i);
            int number = element.unsigned("id").orElse(i);
            place(cells, number, Cell.parse(element, number));
            distances(distances, element, number);
        }
        var complete = new ArrayList<Cell>();
        for (int i = 0; i < cells.size(); i++) {
            complete.add(cells.get(i).orElseThrow().withDistances(list(distances[i])));
        }
        var interconnects = new ArrayList<Interconnect>();
        for (Element element :
                numa.child("interconnects").map(Element::children).orElse(List.of())) {
            if (element.name().equals("latency") || element.name().equals("bandwidth")) {
                interconnects.add(Interconnect.parse(element));
            }
        }
        return new Numa(complete, interconnects);
    }

    private static void place(List<Optional<Cell>> cells, int number, Cell cell) {
        if (number >= cells.size()) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Exactly one 'cell' element per guest NUMA cell allowed, non-contiguous ranges"
                            + " or ranges not starting from 0 are not allowed");
        }
        if (cells.get(number).isPresent()) {
            throw new LibvirtException(
                    XML_ERROR, "Duplicate NUMA cell info for cell id '%d'".formatted(number));
        }
        for (int i = 0; i < cells.size(); i++) {
            var other = cells.get(i).flatMap(Cell::cpus);
            if (other.isPresent() && cell.cpus().filter(c -> c.overlaps(other.get())).isPresent()) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED,
                        "NUMA cells %d and %d have overlapping vCPU ids".formatted(number, i));
            }
        }
        cells.set(number, Optional.of(cell));
    }

    /// A distance that is given for one direction holds for both until the other is given.
    private static void distances(int[][] all, Element cell, int from) {
        var element = cell.child("distances");
        if (element.isEmpty()) {
            return;
        }
        var siblings = element.get().children("sibling");
        if (siblings.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "NUMA distances defined without siblings");
        }
        for (Element sibling : siblings) {
            sibling.required("id");
            int to = sibling.unsigned("id").orElse(0);
            if (to >= all.length) {
                throw new LibvirtException(
                        XML_ERROR,
                        "'sibling_id %d' does not refer to a valid cell within NUMA 'cell id %d'"
                                .formatted(to, from));
            }
            sibling.required("value");
            int value = sibling.unsigned("value").orElse(0);
            if (value < LOCAL || value > UNREACHABLE || (to == from) != (value == LOCAL)) {
                throw new LibvirtException(
                        XML_ERROR,
                        "'value %d' is invalid for 'sibling id %d' under NUMA 'cell id %d'"
                                .formatted(value, to, from));
            }
            row(all, from)[to] = value;
            if (row(all, to)[from] == 0) {
                row(all, to)[from] = value;
            }
        }
    }

    private static int[] row(int[][] all, int number) {
        if (all[number] == null) {
            all[number] = new int[all.length];
            all[number][number] = LOCAL;
        }
        return all[number];
    }

    private static List<Integer> list(int[] row) {
        var list = new ArrayList<Integer>();
        if (row != null) {
            for (int value : row) {
                list.add(value);
            }
        }
        return list;
    }

    void format(XmlWriter out) {
        out.start("numa");
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).format(out, i);
        }
        out.startOptional("interconnects");
        for (Interconnect interconnect : interconnects) {
            interconnect.format(out);
        }
        out.end().end();
    }
}
