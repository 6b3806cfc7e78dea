package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// `<clock>`: what time the guest reads, and from what.
public record Clock(Offset offset, List<Timer> timers) {
    /// The time with which the guest starts.
    public sealed interface Offset {
        /// Writes the attributes.
        void format(XmlWriter out, FormatFlags flags);
    }

    /// The host's time.
    ///
    /// @param reset whether what the guest changed is forgotten
    public record Utc(boolean reset) implements Offset {
        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.attribute("offset", "utc");
            if (reset) {
                out.attribute("adjustment", "reset");
            }
        }
    }

    /// The host's time in its own zone.
    ///
    /// @param reset whether what the guest changed is forgotten
    public record LocalTime(boolean reset) implements Offset {
        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.attribute("offset", "localtime");
            if (reset) {
                out.attribute("adjustment", "reset");
            }
        }
    }

    /// Seconds away from the host's time.
    ///
    /// @param atStart the adjustment when the guest started; only in the status file
    public record Variable(long adjustment, long atStart, boolean local) implements Offset {
        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.attribute("offset", "variable")
                    .attribute("adjustment", adjustment)
                    .attribute("basis", local ? "localtime" : "utc");
            if (flags.status() && atStart != 0) {
                out.attribute("adjustment0", atStart);
            }
        }
    }

    /// The time of a zone.
    public record Timezone(String name) implements Offset {
        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.attribute("offset", "timezone").attribute("timezone", name);
        }
    }

    /// Seconds since 1970, whenever the guest starts.
    public record Absolute(long start) implements Offset {
        @Override
        public void format(XmlWriter out, FormatFlags flags) {
            out.attribute("offset", "absolute").attribute("start", start);
        }
    }

    /// A clock with its own copy of the timers.
    public Clock {
        timers = List.copyOf(timers);
    }

    /// The same with another offset.
    public Clock withOffset(Offset value) {
        return new Clock(value, timers);
    }

    /// The same with other timers.
    public Clock withTimers(List<Timer> value) {
        return new Clock(offset, value);
    }

    static Clock parse(Element domain) {
        var clock = domain.child("clock");
        if (clock.isEmpty()) {
            return new Clock(new Utc(false), List.of());
        }
        var timers = new ArrayList<Timer>();
        for (Element timer : clock.get().children("timer")) {
            timers.add(Timer.parse(timer));
        }
        return new Clock(offset(clock.get()), timers);
    }

    private static Offset offset(Element clock) {
        String word = clock.attribute("offset").filter(o -> !o.isEmpty()).orElse("utc");
        return switch (word) {
            case "utc" -> simple(clock, false);
            case "localtime" -> simple(clock, true);
            case "variable" -> variable(clock);
            case "timezone" ->
                    new Timezone(
                            clock.attribute("timezone")
                                    .filter(t -> !t.isEmpty())
                                    .orElseThrow(() -> missing("timezone", word)));
            case "absolute" -> {
                OptionalLong start = number(clock, "start");
                if (start.orElse(-1) < 0) {
                    throw missing("start", word);
                }
                yield new Absolute(start.getAsLong());
            }
            default ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED, "unknown clock offset '%s'".formatted(word));
        };
    }

    private static LibvirtException missing(String attribute, String offset) {
        return new LibvirtException(
                INTERNAL_ERROR,
                "missing '%s' attribute for clock with offset='%s'".formatted(attribute, offset));
    }

    private static OptionalLong number(Element clock, String name) {
        return clock.attribute(name).map(t -> Numbers.parse(t, 10)).orElse(OptionalLong.empty());
    }

    private static Offset simple(Element clock, boolean local) {
        var adjustment = clock.attribute("adjustment").filter(a -> !a.isEmpty());
        if (adjustment.isEmpty() || adjustment.get().equals("reset")) {
            return local ? new LocalTime(adjustment.isPresent()) : new Utc(adjustment.isPresent());
        }
        OptionalLong seconds = Numbers.parse(adjustment.get(), 10);
        if (seconds.isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR, "unknown clock adjustment '%s'".formatted(adjustment.get()));
        }
        return new Variable(seconds.getAsLong(), 0, local);
    }

    private static Offset variable(Element clock) {
        String basis = clock.attribute("basis").filter(b -> !b.isEmpty()).orElse("utc");
        if (!basis.equals("utc") && !basis.equals("localtime")) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "unknown clock basis '%s'".formatted(basis));
        }
        return new Variable(
                number(clock, "adjustment").orElse(0),
                number(clock, "adjustment0").orElse(0),
                basis.equals("localtime"));
    }

    void format(XmlWriter out, FormatFlags flags) {
        out.start("clock");
        offset.format(out, flags);
        for (Timer timer : timers) {
            timer.format(out);
        }
        out.end();
    }
}
