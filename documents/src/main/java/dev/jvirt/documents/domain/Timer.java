package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalLong;

/// `<timer>`: a source of time for the guest.
///
/// @param frequency in Hz
public record Timer(
        Name name,
        Optional<Boolean> present,
        Optional<TickPolicy> tickPolicy,
        Optional<Track> track,
        OptionalLong frequency,
        Optional<Mode> mode,
        CatchUp catchUp) {
    /// The timers.
    public enum Name implements Word {
        PLATFORM,
        PIT,
        RTC,
        HPET,
        TSC,
        KVMCLOCK,
        HYPERVCLOCK,
        ARMVTIMER
    }

    /// What happens with ticks that were missed.
    public enum TickPolicy implements Word {
        DELAY,
        CATCHUP,
        MERGE,
        DISCARD
    }

    /// What a timer follows.
    public enum Track implements Word {
        BOOT,
        GUEST,
        WALL,
        REALTIME
    }

    /// How the time stamp counter works.
    public enum Mode implements Word {
        AUTO,
        NATIVE,
        EMULATE,
        PARAVIRT,
        SMPSAFE
    }

    /// `<catchup>`: how missed ticks are made good.
    public record CatchUp(OptionalLong threshold, OptionalLong slew, OptionalLong limit) {
        static final CatchUp NONE =
                new CatchUp(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

        static CatchUp parse(Element catchUp) {
            return new CatchUp(
                    positive(catchUp, "threshold"),
                    positive(catchUp, "slew"),
                    positive(catchUp, "limit"));
        }

        /// Whether nothing is said.
        public boolean isEmpty() {
            return equals(NONE);
        }

        void format(XmlWriter out) {
            out.startOptional("catchup")
                    .attribute("threshold", threshold)
                    .attribute("slew", slew)
                    .attribute("limit", limit)
                    .end();
        }
    }

    private static OptionalLong positive(Element element, String name) {
        OptionalLong number = element.unsignedLong(name);
        return number.orElse(0) == 0 ? OptionalLong.empty() : number;
    }

    /// A timer that is there or not.
    public Timer(Name name, Optional<Boolean> present) {
        this(
                name,
                present,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                CatchUp.NONE);
    }

    static Timer parse(Element timer) {
        return new Timer(
                timer.requiredChoice("name", Name.class),
                timer.yesNo("present"),
                timer.choice("tickpolicy", TickPolicy.class),
                timer.choice("track", Track.class),
                positive(timer, "frequency"),
                timer.choice("mode", Mode.class),
                timer.child("catchup").map(CatchUp::parse).orElse(CatchUp.NONE));
    }

    void format(XmlWriter out) {
        out.start("timer")
                .attribute("name", name)
                .yesNo("present", present)
                .word("tickpolicy", tickPolicy)
                .word("track", track);
        if (name == Name.TSC) {
            out.attribute("frequency", frequency).word("mode", mode);
        }
        catchUp.format(out);
        out.end();
    }
}
