package dev.jvirt.test;

import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.documents.domain.Perf;
import dev.jvirt.documents.xml.Word;
import java.util.EnumMap;
import java.util.Map;

/// `<perf>` as typed parameters.
final class CountedEvents {
    private CountedEvents() {}

    static TypedParameters of(Perf perf) {
        var parameters = TypedParameters.builder();
        for (Perf.Event event : Perf.Event.values()) {
            boolean counted = perf.events().getOrDefault(event, false);
            parameters.put(event.spelling(), TypedValue.ofBoolean(counted));
        }
        return parameters.build();
    }

    static void check(TypedParameters parameters) {
        parameters.parameters().forEach(CountedEvents::event);
    }

    private static Perf.Event event(TypedParameter parameter) {
        return Word.find(Perf.Event.class, parameter.name())
                .orElseThrow(() -> TestErrors.parameter(parameter.name()));
    }

    static Perf changed(Perf perf, TypedParameters parameters) {
        Map<Perf.Event, Boolean> events = new EnumMap<>(Perf.Event.class);
        events.putAll(perf.events());
        for (TypedParameter parameter : parameters.parameters()) {
            events.put(event(parameter), parameters.getBoolean(parameter.name()).orElse(false));
        }
        return new Perf(events);
    }
}
