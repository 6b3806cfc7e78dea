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

/// `<numatune>`: from which nodes of the host memory comes.
///
/// @param nodes what single nodes of the guest get, by their number
public record NumaTune(Optional<MemoryPolicy> memory, List<NodePolicy> nodes) {
    /// Nothing said.
    public static final NumaTune NONE = new NumaTune(Optional.empty(), List.of());

    /// How strictly.
    public enum Mode implements Word {
        STRICT,
        PREFERRED,
        INTERLEAVE,
        RESTRICTIVE
    }

    /// `<memory>`: from where all memory comes; without nodes the driver chooses.
    public record MemoryPolicy(Mode mode, Optional<IdSet> hostNodes) {}

    /// `<memnode>`: from where the memory of one node of the guest comes.
    public record NodePolicy(int cell, Mode mode, IdSet hostNodes) {}

    /// Policies with their own copy.
    public NumaTune {
        nodes = List.copyOf(nodes);
    }

    /// Whether the driver chooses the nodes.
    public boolean isAutomatic() {
        return memory.filter(m -> m.hostNodes().isEmpty()).isPresent();
    }

    /// Reads the element.
    ///
    /// @param staticPlacement whether the virtual processors are placed by the document
    /// @param cells how many nodes the guest has
    static NumaTune parse(Element domain, boolean staticPlacement, int cells) {
        var all = domain.children("numatune");
        if (all.size() > 1) {
            throw new LibvirtException(XML_ERROR, "only one numatune is supported");
        }
        var element = all.stream().findFirst();
        var memory = memory(element.flatMap(e -> e.child("memory")), staticPlacement);
        var nodes = new ArrayList<NodePolicy>();
        if (element.isPresent()) {
            for (Element node : element.get().children("memnode")) {
                nodes.add(node(node, memory, cells, nodes));
            }
        }
        nodes.sort((one, other) -> Integer.compare(one.cell(), other.cell()));
        return new NumaTune(memory, nodes);
    }

    private static Optional<MemoryPolicy> memory(
            Optional<Element> element, boolean staticPlacement) {
        if (element.isEmpty()) {
            return staticPlacement
                    ? Optional.empty()
                    : Optional.of(new MemoryPolicy(Mode.STRICT, Optional.empty()));
        }
        var memory = element.get();
        var modeText = memory.attribute("mode");
        var mode = modeText.flatMap(m -> Word.find(Mode.class, m));
        if (modeText.isPresent() && mode.isEmpty()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "Unsupported NUMA memory tuning mode '%s'".formatted(modeText.get()));
        }
        var placement = memory.attribute("placement");
        if (placement.filter(p -> !List.of("default", "static", "auto").contains(p)).isPresent()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "Unsupported NUMA memory placement mode '%s'".formatted(placement.get()));
        }
        var nodes = memory.attribute("nodeset").map(n -> IdSet.parseNonEmpty(n, "nodeset"));
        if (modeText.isEmpty() && placement.isEmpty() && nodes.isEmpty()) {
            return Optional.empty();
        }
        String chosen = placement.orElse("default");
        boolean fixed =
                chosen.equals("static")
                        || (chosen.equals("default") && (nodes.isPresent() || staticPlacement));
        if (fixed && nodes.isEmpty()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "nodeset for NUMA memory tuning must be set if 'placement' is 'static'");
        }
        return Optional.of(
                new MemoryPolicy(mode.orElse(Mode.STRICT), fixed ? nodes : Optional.empty()));
    }

    private static NodePolicy node(
            Element node, Optional<MemoryPolicy> memory, int cells, List<NodePolicy> others) {
        if (memory.filter(m -> m.hostNodes().isEmpty()).isPresent()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "Per-node binding is not compatible with automatic NUMA placement.");
        }
        if (cells == 0) {
            throw new LibvirtException(
                    XML_ERROR, "Element 'memnode' is invalid without any guest NUMA cells");
        }
        node.required("cellid");
        int cell = node.unsigned("cellid").orElse(0);
        if (cell >= cells) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Argument 'cellid' in memnode element must correspond to existing guest's NUMA"
                            + " cell");
        }
        for (NodePolicy other : others) {
            if (other.cell() == cell) {
                throw new LibvirtException(
                        XML_ERROR, "Multiple memnode elements with cellid %d".formatted(cell));
            }
        }
        var mode = node.choice("mode", Mode.class).orElse(Mode.STRICT);
        if (memory.filter(m -> m.mode() == Mode.RESTRICTIVE).isPresent()
                && mode != Mode.RESTRICTIVE) {
            throw new LibvirtException(
                    XML_ERROR,
                    "'restrictive' mode is required in memnode element when mode is 'restrictive'"
                            + " in memory element");
        }
        String nodes =
                node.attribute("nodeset")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR,
                                                "Missing required nodeset attribute in memnode"
                                                        + " element"));
        return new NodePolicy(cell, mode, IdSet.parseNonEmpty(nodes, "nodeset"));
    }

    void format(XmlWriter out) {
        if (memory.isEmpty() && nodes.isEmpty()) {
            return;
        }
        out.start("numatune");
        memory.ifPresent(
                m -> {
                    out.start("memory").attribute("mode", m.mode());
                    if (m.hostNodes().isPresent()) {
                        out.attribute("nodeset", m.hostNodes().get().toString());
                    } else {
                        out.attribute("placement", "auto");
                    }
                    out.end();
                });
        for (NodePolicy node : nodes) {
            out.start("memnode")
                    .attribute("cellid", node.cell())
                    .attribute("mode", node.mode())
                    .attribute("nodeset", node.hostNodes().toString())
                    .end();
        }
        out.end();
    }
}
