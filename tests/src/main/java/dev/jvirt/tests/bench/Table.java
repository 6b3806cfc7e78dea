package dev.jvirt.tests.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The results as a Markdown table, a line at a time.
final class Table {
    private static final String LINE = "| %s | %s | %s | %s |%n";

    private final PrintStream out;
    private final List<String> notes = new ArrayList<>();

    Table(PrintStream out) {
        this.out = out;
    }

    void heading(String title) {
        out.printf("%n### %s%n%n", title);
        out.printf(LINE, "", "C libvirt", "jvirt", "jvirt / C");
        out.printf(LINE, "---", "---:", "---:", "---:");
    }

    /// Begins a table with columns of its own.
    void head(String title, String... columns) {
        out.printf("%n### %s%n%n", title);
        cells(Stream.concat(Stream.of(""), Stream.of(columns)).toList());
        cells(
                IntStream.rangeClosed(0, columns.length)
                        .mapToObj(i -> i == 0 ? "---" : "---:")
                        .toList());
    }

    /// A line of such a table.
    void cells(List<String> cells) {
        out.println("| " + String.join(" | ", cells) + " |");
    }

    /// A line with the measurements of both sides; one of them may have none.
    void row(String what, Unit unit, Series c, Series jvirt) {
        var ratios = jvirt.ratiosTo(c);
        out.printf(
                LINE,
                what,
                cell(unit, c),
                cell(unit, jvirt),
                ratios.isEmpty() ? "" : ratio(Quartiles.of(ratios)));
    }

    /// A line with words instead of numbers.
    void row(String what, String c, String jvirt, String ratio) {
        out.printf(LINE, what, c, jvirt, ratio);
    }

    void note(String note) {
        notes.add(note);
    }

    /// Prints the notes below the table.
    void end() {
        for (String note : notes) {
            out.printf("%n%s%n", note);
        }
        notes.clear();
    }

    private static String cell(Unit unit, Series series) {
        if (series.isEmpty()) {
            return "";
        }
        var quartiles = Quartiles.of(series.values());
        return "%s (%s - %s)"
                .formatted(
                        unit.format(quartiles.median()),
                        unit.number(quartiles.low()),
                        unit.number(quartiles.high()));
    }

    /// A ratio with its quartiles.
    static String ratio(Quartiles ratios) {
        return "**%s** (%s - %s)"
                .formatted(digits(ratios.median()), digits(ratios.low()), digits(ratios.high()));
    }

    /// A ratio with as many digits as it deserves.
    static String digits(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
