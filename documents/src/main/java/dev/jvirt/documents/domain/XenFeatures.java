package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Locale;
import java.util.Optional;

/// `<xen>`: what Xen offers the guest.
public record XenFeatures(
        Optional<Boolean> e820Host,
        Optional<Boolean> passthrough,
        Optional<PassthroughMode> passthroughMode) {
    /// How devices see the guest's memory.
    public enum PassthroughMode implements Word {
        SYNC_PT,
        SHARE_PT;

        @Override
        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static XenFeatures parse(Element element) {
        for (Element child : element.children()) {
            if (!child.name().equals("e820_host") && !child.name().equals("passthrough")) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED, "unsupported Xen feature: %s".formatted(child.name()));
            }
            child.required("state");
        }
        var passthrough = element.child("passthrough");
        var state = passthrough.flatMap(p -> p.onOff("state"));
        return new XenFeatures(
                element.child("e820_host").flatMap(e -> e.onOff("state")),
                state,
                state.orElse(false)
                        ? passthrough.orElseThrow().choice("mode", PassthroughMode.class)
                        : Optional.empty());
    }

    void format(XmlWriter out) {
        out.start("xen");
        if (e820Host.isEmpty() && passthrough.isEmpty()) {
            out.closeEmpty();
            return;
        }
        out.startOptional("e820_host").onOff("state", e820Host).end();
        out.startOptional("passthrough")
                .onOff("state", passthrough)
                .word("mode", passthroughMode)
                .end();
        out.end();
    }
}
