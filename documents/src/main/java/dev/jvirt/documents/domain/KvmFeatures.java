package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// `<kvm>`: what KVM offers the guest.
///
/// @param dirtyRingSize entries of the ring of dirty pages; 0 if there is none
public record KvmFeatures(Map<Name, Boolean> switches, int dirtyRingSize) {
    private static final int MIN_RING = 1024;
    private static final int MAX_RING = 65536;

    /// The features.
    public enum Name implements Word {
        HIDDEN,
        HINT_DEDICATED,
        POLL_CONTROL,
        PV_IPI,
        DIRTY_RING
    }

    /// Features with their own copy.
    public KvmFeatures {
        var copy = new EnumMap<Name, Boolean>(Name.class);
        copy.putAll(switches);
        switches = Collections.unmodifiableMap(copy);
    }

    /// Whether a feature is on.
    public boolean has(Name name) {
        return switches.getOrDefault(name, false);
    }

    static KvmFeatures parse(Element element) {
        var switches = new EnumMap<Name, Boolean>(Name.class);
        int ring = 0;
        for (Element child : element.children()) {
            var name =
                    Word.find(Name.class, child.name())
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    CONFIG_UNSUPPORTED,
                                                    "unsupported KVM feature: %s"
                                                            .formatted(child.name())));
            child.required("state");
            boolean on = child.onOff("state").orElse(false);
            switches.put(name, on);
            if (name == Name.DIRTY_RING && on) {
                ring = ring(child);
            }
        }
        return new KvmFeatures(switches, ring);
    }

    private static int ring(Element element) {
        element.required("size");
        int size = element.unsigned("size", 0).orElse(0);
        if (Integer.bitCount(size) != 1 || size < MIN_RING || size > MAX_RING) {
            throw new LibvirtException(
                    XML_ERROR, "dirty ring must be power of 2 and ranges [1024, 65536]");
        }
        return size;
    }

    void format(XmlWriter out) {
        out.start("kvm");
        if (switches.isEmpty()) {
            out.closeEmpty();
            return;
        }
        for (var entry : switches.entrySet()) {
            out.start(entry.getKey().word()).attribute("state", entry.getValue() ? "on" : "off");
            if (entry.getKey() == Name.DIRTY_RING && dirtyRingSize > 0) {
                out.attribute("size", dirtyRingSize);
            }
            out.end();
        }
        out.end();
    }
}
