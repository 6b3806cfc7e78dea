package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// `<perf>`: which performance events are counted.
public record Perf(Map<Event, Boolean> events) {
    /// None.
    public static final Perf NONE = new Perf(Map.of());

    /// What can be counted.
    public enum Event implements Word {
        CMT,
        MBMT,
        MBML,
        CPU_CYCLES,
        INSTRUCTIONS,
        CACHE_REFERENCES,
        CACHE_MISSES,
        BRANCH_INSTRUCTIONS,
        BRANCH_MISSES,
        BUS_CYCLES,
        STALLED_CYCLES_FRONTEND,
        STALLED_CYCLES_BACKEND,
        REF_CPU_CYCLES,
        CPU_CLOCK,
        TASK_CLOCK,
        PAGE_FAULTS,
        CONTEXT_SWITCHES,
        CPU_MIGRATIONS,
        PAGE_FAULTS_MIN,
        PAGE_FAULTS_MAJ,
        ALIGNMENT_FAULTS,
        EMULATION_FAULTS;

        @Override
        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Events with their own copy.
    public Perf {
        var copy = new EnumMap<Event, Boolean>(Event.class);
        copy.putAll(events);
        events = Collections.unmodifiableMap(copy);
    }

    static Perf parse(Element perf) {
        var events = new EnumMap<Event, Boolean>(Event.class);
        for (Element element : perf.children("event")) {
            var event = element.requiredChoice("name", Event.class);
            element.required("enabled");
            if (events.put(event, element.yesNo("enabled").orElse(false)) != null) {
                throw new LibvirtException(
                        XML_ERROR, "perf event '%s' was already specified".formatted(event.word()));
            }
        }
        return new Perf(events);
    }

    void format(XmlWriter out) {
        out.startOptional("perf");
        for (var entry : events.entrySet()) {
            out.start("event")
                    .attribute("name", entry.getKey())
                    .attribute("enabled", entry.getValue() ? "yes" : "no")
                    .end();
        }
        out.end();
    }
}
