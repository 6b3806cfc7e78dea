package dev.jvirt.tests.conformance.virsh;

import dev.jvirt.tests.conformance.Comparison;
import dev.jvirt.tests.conformance.Json;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/// What a command line has to print.
///
/// @param json the case, or a step of one
/// @param names puts the paths of the corpus where a text has `@NODE@` and the like
record Expectation(Json json, UnaryOperator<String> names) {
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [+-]\\d{4}");

    /// What is different; empty if nothing is.
    Optional<String> difference(Outcome outcome) {
        return status(outcome.status())
                .or(() -> stream("stdout", outcome.out()))
                .or(() -> stream("stderr", outcome.err()))
                .or(() -> stream("output", outcome.merged()))
                .or(() -> part(outcome.out()))
                .map(reason -> reason + stderrIfUnexpected(outcome));
    }

    private Optional<String> status(int status) {
        Optional<String> wanted = json.text("exit");
        boolean right =
                wanted.isEmpty()
                        || (wanted.get().equals("nonzero")
                                ? status != 0
                                : wanted.get().equals(Integer.toString(status)));
        return right ? Optional.empty() : Optional.of("status " + status);
    }

    private Optional<String> stream(String name, String printed) {
        return json.text(name)
                .flatMap(wanted -> Comparison.difference(names.apply(wanted), filtered(printed)))
                .map(difference -> name + " " + difference);
    }

    private Optional<String> part(String printed) {
        return json.text("stdoutContains")
                .map(names)
                .filter(wanted -> !printed.contains(wanted))
                .map(wanted -> "stdout lacks \"" + wanted + "\"");
    }

    private String stderrIfUnexpected(Outcome outcome) {
        boolean compared = json.has("stderr") || json.has("output");
        return compared || outcome.err().isEmpty() ? "" : "; stderr: " + outcome.err();
    }

    private String filtered(String printed) {
        String text = json.text("dropLine").map(start -> without(printed, start)).orElse(printed);
        return switch (json.text("filter").orElse("")) {
            case "sort" -> text.lines().sorted().map(Expectation::line).collect(joined());
            case "persistent-only" ->
                    text.lines()
                            .filter(l -> l.indexOf(':') < 0 || l.startsWith("Persistent:"))
                            .map(Expectation::line)
                            .collect(joined());
            case "timestamps" -> withoutTimes(text);
            default -> text;
        };
    }

    private static String without(String text, String start) {
        return text.lines()
                .filter(line -> !line.startsWith(start))
                .map(Expectation::line)
                .collect(joined());
    }

    private static String withoutTimes(String text) {
        int first = text.indexOf("<!--MarkerA-->");
        int last = text.indexOf("<!--MarkerC-->");
        String kept =
                first < 0 || last < first
                        ? text
                        : text.substring(0, first) + text.substring(text.indexOf('\n', last) + 1);
        return Arrays.stream(kept.split("\n", -1))
                .map(line -> TIME.matcher(line.stripTrailing()).replaceAll("TIMESTAMP"))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String text) {
        return text + '\n';
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining();
    }
}
