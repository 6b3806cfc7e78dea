package dev.jvirt.base.domain;

import static dev.jvirt.base.domain.Definitions.definition;
import static dev.jvirt.base.domain.Definitions.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.DomainStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainFilterTest {
    private final Map<String, DomainObject> domains = new TreeMap<>();

    @BeforeEach
    void fillTheList() {
        add("off", true, DomainState.SHUTOFF);
        add("offAuto", true, DomainState.SHUTOFF).autostart(true);
        add("run", true, DomainState.RUNNING);
        add("runTransient", false, DomainState.RUNNING);
        add("paused", true, DomainState.PAUSED);
        add("crashed", true, DomainState.CRASHED);
        add("saved", true, DomainState.SHUTOFF);
    }

    private DomainObject add(String name, boolean persistent, DomainState state) {
        int number = domains.size() + 1;
        var domain =
                DomainObject.shutOff(definition(name, number), persistent, Definitions.queue());
        if (state != DomainState.SHUTOFF) {
            var status = new DomainStatus(state, DomainStateReason.of(state, 0));
            domain.start(running(name, number, number), status);
        }
        domains.put(name, domain);
        return domain;
    }

    private List<String> passing(Flags<DomainListFlag> flags) {
        var filter = new DomainFilter(flags, domain -> domain.identity().name().equals("saved"));
        var names = new ArrayList<String>();
        domains.forEach(
                (name, domain) -> {
                    if (filter.passes(domain.published())) {
                        names.add(name);
                    }
                });
        return names;
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, 'crashed paused run runTransient'",
        "INACTIVE, 'off offAuto saved'",
        "ACTIVE INACTIVE, 'crashed off offAuto paused run runTransient saved'",
        "PERSISTENT, 'crashed off offAuto paused run saved'",
        "TRANSIENT, runTransient",
        "RUNNING, 'run runTransient'",
        "PAUSED, paused",
        "SHUTOFF, 'off offAuto saved'",
        "OTHER, crashed",
        "PAUSED OTHER, 'crashed paused'",
        "MANAGEDSAVE, saved",
        "NO_MANAGEDSAVE, 'crashed off offAuto paused run runTransient'",
        "AUTOSTART, offAuto",
        "NO_AUTOSTART, 'crashed off paused run runTransient saved'",
        "HAS_SNAPSHOT, ''",
        "NO_SNAPSHOT, 'crashed off offAuto paused run runTransient saved'",
        "HAS_CHECKPOINT, ''",
        "NO_CHECKPOINT, 'crashed off offAuto paused run runTransient saved'",
        "HAS_SNAPSHOT NO_SNAPSHOT, 'crashed off offAuto paused run runTransient saved'",
        "ACTIVE TRANSIENT, runTransient",
        "INACTIVE RUNNING, ''",
        "SHUTOFF AUTOSTART MANAGEDSAVE, ''",
        "INACTIVE PERSISTENT NO_AUTOSTART NO_MANAGEDSAVE, off"
    })
    void filtersOfOneGroupAreAlternativesAndGroupsNarrowEachOther(String words, String names) {
        Flags<DomainListFlag> flags = Flags.none();
        for (String word : words.split(" ")) {
            flags = flags.with(DomainListFlag.valueOf(word));
        }

        assertThat(String.join(" ", passing(flags))).isEqualTo(names);
    }

    @Test
    void withoutFiltersAllPass() {
        assertThat(passing(Flags.none())).hasSameSizeAs(domains.keySet());
    }

    @Test
    void savedStatesAreLookedForOnlyIfSomebodyAsks() {
        var asked = new ArrayList<String>();
        var filter =
                new DomainFilter(
                        Flags.of(DomainListFlag.INACTIVE),
                        domain -> asked.add(domain.identity().name()));

        domains.values().forEach(domain -> filter.passes(domain.published()));

        assertThat(asked).isEmpty();
    }
}
