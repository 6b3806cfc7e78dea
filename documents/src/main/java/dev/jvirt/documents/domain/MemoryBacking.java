package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_DETAIL;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// `<memoryBacking>`: what the host gives as memory.
///
/// @param hugePages present without pages: of the host's default size
public record MemoryBacking(
        Optional<List<HugePage>> hugePages,
        boolean noSharePages,
        boolean locked,
        Optional<Source> source,
        Optional<MemoryAccess> access,
        Optional<Allocation> allocation,
        OptionalInt allocationThreads,
        boolean discard) {
    /// Nothing said.
    public static final MemoryBacking NONE =
            new MemoryBacking(
                    Optional.empty(),
                    false,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    false);

    /// `<page>`: size in KiB, and the guest's nodes that get it.
    public record HugePage(long size, Optional<IdSet> nodes) {
        static HugePage parse(Element page) {
            long size =
                    Scaled.attribute(page, "size", 1024)
                            .kibibytes()
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR,
                                                    "missing element or attribute './@size'"));
            if (size == 0) {
                throw new LibvirtException(XML_DETAIL, "hugepage size can't be zero");
            }
            return new HugePage(
                    size, page.attribute("nodeset").map(n -> IdSet.parseNonEmpty(n, "nodeset")));
        }
    }

    /// The kind of memory.
    public enum Source implements Word {
        FILE,
        ANONYMOUS,
        MEMFD
    }

    /// When it is allocated.
    public enum Allocation implements Word {
        IMMEDIATE,
        ONDEMAND
    }

    /// The same with other huge pages.
    public MemoryBacking withHugePages(Optional<List<HugePage>> value) {
        return new MemoryBacking(
                value,
                noSharePages,
                locked,
                source,
                access,
                allocation,
                allocationThreads,
                discard);
    }

    /// The same of another kind.
    public MemoryBacking withSource(Source value) {
        return new MemoryBacking(
                hugePages,
                noSharePages,
                locked,
                Optional.of(value),
                access,
                allocation,
                allocationThreads,
                discard);
    }

    static MemoryBacking parse(Element backing) {
        return new MemoryBacking(
                backing.child("hugepages").map(MemoryBacking::pages),
                backing.has("nosharepages"),
                backing.has("locked"),
                word(backing, "source", "type", Source.class),
                word(backing, "access", "mode", MemoryAccess.class),
                word(backing, "allocation", "mode", Allocation.class),
                threads(backing),
                backing.has("discard"));
    }

    private static List<HugePage> pages(Element hugePages) {
        var pages = new ArrayList<HugePage>();
        for (Element page : hugePages.children("page")) {
            pages.add(HugePage.parse(page));
        }
        return List.copyOf(pages);
    }

    private static <E extends Enum<E> & Word> Optional<E> word(
            Element backing, String child, String attribute, Class<E> type) {
        var text =
                backing.child(child).flatMap(c -> c.attribute(attribute)).filter(t -> !t.isEmpty());
        var known = text.flatMap(t -> Word.find(type, t));
        if (text.isPresent() && known.isEmpty()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "unknown memoryBacking/%s/%s '%s'".formatted(child, attribute, text.get()));
        }
        return known;
    }

    private static OptionalInt threads(Element backing) {
        var text =
                backing.child("allocation")
                        .flatMap(a -> a.attribute("threads"))
                        .filter(t -> !t.isEmpty());
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalLong number = Numbers.parse(text.get(), 10);
        if (number.orElse(-1) < 0) {
            throw new LibvirtException(XML_ERROR, "Failed to parse memory allocation threads");
        }
        return number.getAsLong() == 0
                ? OptionalInt.empty()
                : OptionalInt.of((int) number.getAsLong());
    }

    void format(XmlWriter out) {
        out.startOptional("memoryBacking");
        if (hugePages.isPresent()) {
            out.start("hugepages");
            for (HugePage page : hugePages.get()) {
                out.start("page")
                        .attribute("size", page.size())
                        .attribute("unit", "KiB")
                        .attribute("nodeset", page.nodes().map(IdSet::toString))
                        .end();
            }
            out.end();
        }
        out.empty("nosharepages", noSharePages).empty("locked", locked);
        out.startOptional("source").word("type", source).end();
        out.startOptional("access").word("mode", access).end();
        out.startOptional("allocation")
                .word("mode", allocation)
                .attribute("threads", allocationThreads)
                .end();
        out.empty("discard", discard).end();
    }
}
