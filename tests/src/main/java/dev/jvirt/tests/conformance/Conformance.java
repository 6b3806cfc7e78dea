package dev.jvirt.tests.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs the golden cases: a line for each failing case, and the counts at the end.
public final class Conformance {
    private static final String USAGE =
            "usage: conformance --corpus DIR [--family F] [--case NAME] [--report FILE.tsv]"
                    + " [--check-floors] [--floors FILE.tsv]";

    private final Options options;
    private final Corpus corpus;
    private final List<String> report = new ArrayList<>();
    private int passed;
    private int failed;

    /// What the command line asks for.
    private record Options(
            Path corpus,
            Optional<String> family,
            Optional<String> name,
            Optional<Path> report,
            boolean checkFloors,
            Path floors) {}

    private Conformance(Options options) {
        this.options = options;
        this.corpus = new Corpus(options.corpus());
    }

    /// Ends with 0 if all cases pass (or, with `--check-floors`, enough of each family), else 1.
    public static void main(String[] arguments) throws IOException {
        var options = options(arguments);
        if (options.isEmpty()) {
            System.err.println(USAGE);
            System.exit(2);
        }
        System.exit(new Conformance(options.get()).run() ? 0 : 1);
    }

    private static Optional<Options> options(String[] arguments) {
        Optional<Path> corpus = Optional.empty();
        Optional<String> family = Optional.empty();
        Optional<String> name = Optional.empty();
        Optional<Path> report = Optional.empty();
        boolean check = false;
        Path floors = Path.of("tests/conformance-floors.tsv");
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--check-floors")) {
                check = true;
                continue;
            }
            if (i + 1 == arguments.length) {
                return Optional.empty();
            }
            String value = arguments[++i];
            switch (arguments[i - 1]) {
                case "--corpus" -> corpus = Optional.of(Path.of(value));
                case "--family" -> family = Optional.of(value);
                case "--case" -> name = Optional.of(value);
                case "--report" -> report = Optional.of(Path.of(value));
                case "--floors" -> floors = Path.of(value);
                default -> {
                    return Optional.empty();
                }
            }
        }
        if (corpus.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Options(corpus.get(), family, name, report, check, floors));
    }

    private boolean run() throws IOException {
        var floors = options.checkFloors() ? Floors.read(options.floors()) : null;
        boolean enough = true;
        for (Family family : Families.all()) {
            if (options.family().filter(f -> !f.equals(family.name())).isEmpty()
                    && corpus.has(family.name())) {
                int count = run(family);
                if (floors != null && !floors.allows(family.name(), count)) {
                    System.out.printf(
                            "%s: only %d passed, %d before%n",
                            family.name(), count, floors.passed().get(family.name()));
                    enough = false;
                }
            }
        }
        if (options.report().isPresent()) {
            Files.write(options.report().get(), report);
        }
        System.out.printf("%d passed, %d failed%n", passed, failed);
        return floors == null ? failed == 0 : enough;
    }

    private int run(Family family) {
        int before = passed;
        for (Case test : corpus.cases(family.name())) {
            if (options.name().filter(n -> !n.equals(test.name())).isEmpty()) {
                run(family, test);
            }
        }
        return passed - before;
    }

    private void run(Family family, Case test) {
        Optional<String> reason;
        try {
            reason = family.check(test);
        } catch (RuntimeException e) {
            reason = Optional.of("crashed: " + e + " at " + e.getStackTrace()[0]);
        }
        if (reason.isEmpty()) {
            passed++;
        } else {
            failed++;
            System.out.printf(
                    "%s %s: %s%n", family.name(), test.name(), reason.get().replace("\n", "\\n"));
        }
        report.add(
                String.join(
                        "\t",
                        family.name(),
                        test.name(),
                        reason.isEmpty() ? "passed" : "failed",
                        reason.orElse("").replace('\t', ' ').replace("\n", "\\n")));
    }
}
