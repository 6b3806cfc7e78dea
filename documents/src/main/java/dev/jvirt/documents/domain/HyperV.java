package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `<hyperv>`: what a Windows guest is told to make it faster.
public record HyperV(
        Mode mode,
        Map<Enlightenment, Boolean> enlightenments,
        int spinlockRetries,
        Optional<Boolean> directTimer,
        Optional<String> vendorId) {
    private static final int MIN_RETRIES = 0xFFF;
    private static final int MAX_VENDOR_ID = 12;

    /// Whether single features are chosen, or all that the host has.
    public enum Mode implements Word {
        CUSTOM,
        PASSTHROUGH
    }

    /// The features.
    public enum Enlightenment implements Word {
        RELAXED,
        VAPIC,
        SPINLOCKS,
        VPINDEX,
        RUNTIME,
        SYNIC,
        STIMER,
        RESET,
        VENDOR_ID,
        FREQUENCIES,
        REENLIGHTENMENT,
        TLBFLUSH,
        IPI,
        EVMCS,
        AVIC;

        @Override
        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Features with their own copy.
    public HyperV {
        var copy = new EnumMap<Enlightenment, Boolean>(Enlightenment.class);
        copy.putAll(enlightenments);
        enlightenments = Collections.unmodifiableMap(copy);
    }

    /// Whether a feature is on.
    public boolean has(Enlightenment enlightenment) {
        return enlightenments.getOrDefault(enlightenment, false);
    }

    static HyperV parse(Element element) {
        var all = new EnumMap<Enlightenment, Boolean>(Enlightenment.class);
        int retries = 0;
        Optional<Boolean> direct = Optional.empty();
        Optional<String> vendorId = Optional.empty();
        for (Element child : element.children()) {
            var name =
                    Word.find(Enlightenment.class, child.name())
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    CONFIG_UNSUPPORTED,
                                                    "unsupported HyperV Enlightenment feature: %s"
                                                            .formatted(child.name())));
            child.required("state");
            boolean on = child.onOff("state").orElse(false);
            all.put(name, on);
            if (on) {
                switch (name) {
                    case SPINLOCKS -> retries = retries(child);
                    case STIMER -> direct = direct(child);
                    case VENDOR_ID -> vendorId = Optional.of(vendorId(child));
                    default -> {}
                }
            }
        }
        return new HyperV(
                element.choice("mode", Mode.class).orElse(Mode.CUSTOM),
                all,
                retries,
                direct,
                vendorId);
    }

    private static int retries(Element spinlocks) {
        spinlocks.required("retries");
        int retries = spinlocks.unsigned("retries", 0).orElse(0);
        if (retries < MIN_RETRIES) {
            throw new LibvirtException(
                    XML_ERROR, "HyperV spinlock retry count must be at least 4095");
        }
        return retries;
    }

    private static Optional<Boolean> direct(Element stimer) {
        Optional<Boolean> direct = Optional.empty();
        for (Element child : stimer.children()) {
            if (!child.name().equals("direct")) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED,
                        "unsupported Hyper-V stimer feature: %s".formatted(child.name()));
            }
            child.required("state");
            direct = child.onOff("state");
        }
        return direct;
    }

    private static String vendorId(Element element) {
        String value =
                element.attribute("value")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR,
                                                "missing 'value' attribute for HyperV feature"
                                                        + " 'vendor_id'"));
        if (value.length() > MAX_VENDOR_ID) {
            throw new LibvirtException(
                    XML_ERROR,
                    "HyperV vendor_id value must not be more than %d characters."
                            .formatted(MAX_VENDOR_ID));
        }
        if (value.contains(",")) {
            throw new LibvirtException(XML_ERROR, "HyperV vendor_id value is invalid");
        }
        return value;
    }

    void format(XmlWriter out) {
        out.start("hyperv").attribute("mode", mode);
        if (enlightenments.isEmpty()) {
            out.closeEmpty();
            return;
        }
        for (var entry : enlightenments.entrySet()) {
            boolean on = entry.getValue();
            out.start(entry.getKey().word()).attribute("state", on ? "on" : "off");
            switch (entry.getKey()) {
                case SPINLOCKS -> {
                    if (on) {
                        out.attribute("retries", spinlockRetries);
                    }
                }
                case STIMER -> {
                    if (on && directTimer.orElse(false)) {
                        out.start("direct").attribute("state", "on").end();
                    }
                }
                case VENDOR_ID -> {
                    if (on) {
                        out.attribute("value", vendorId);
                    }
                }
                default -> {}
            }
            out.end();
        }
        out.end();
    }
}
