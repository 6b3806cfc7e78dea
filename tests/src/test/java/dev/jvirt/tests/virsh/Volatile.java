package dev.jvirt.tests.virsh;

import dev.jvirt.tests.lab.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out of an output what no two runs have in common: times, figures of the moment, made-up
/// UUIDs and addresses; and of a page of help the explanations, which are words of our own.
final class Volatile {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Pattern MAC = Pattern.compile("52:54:00(:[0-9a-f]{2}){3}");
    private static final Pattern CPU_TIME =
            Pattern.compile("(?m)^(CPU time:|user:|system:|idle:|iowait:|usage:) +[\\d.]+[%s]?$");
    private static final Pattern MEMORY =
            Pattern.compile("(?m)^(free +: +|cached +: +|buffers: +|Total: +|\\d+: +)\\d+ KiB$");
    private static final Pattern TIMESTAMP =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+[+]\\d{4})?");
    /// The seconds since 1970 that something is named by, or that its document tells.
    private static final Pattern CREATION = Pattern.compile("\\b1[6-9]\\d{8}\\b");

    /// What disks and network interfaces of the test driver did, which grows with the time.
    private static final Pattern TRAFFIC =
            Pattern.compile(
                    "(?m)^(.*(?:[rt]x_\\w+|(?:rd|wr)_\\w+|errs|number of .*:|error count:) +)\\d+$");

    /// The name of a picture that was given none.
    private static final Pattern PICTURE =
            Pattern.compile("test-\\d{4}-\\d\\d-\\d\\d-\\d\\d:\\d\\d:\\d\\d");
    private static final Pattern TIMING = Pattern.compile("\\(Time: [\\d.]+ ms\\)");
    private static final Pattern TEMPORARY = Pattern.compile("virsh[A-Za-z0-9]{6,}\\.xml");

    private Volatile() {}

    static Output without(CommandLine line, Output output) {
        String out = line.asksForHelp() ? helpForms(output.out()) : output.out();
        return new Output(output.exit(), steady(out), steady(output.err()));
    }

    private static String steady(String text) {
        String steady = numbered(text, UUID, "UUID");
        steady = numbered(steady, MAC, "MAC");
        steady = CPU_TIME.matcher(steady).replaceAll("$1N");
        steady = MEMORY.matcher(steady).replaceAll("$1N KiB");
        steady = CREATION.matcher(steady).replaceAll("SECONDS");
        steady = TRAFFIC.matcher(steady).replaceAll("$1N");
        steady = PICTURE.matcher(steady).replaceAll("test-TIME");
        steady = TIMING.matcher(steady).replaceAll("(Time: N ms)");
        steady = TEMPORARY.matcher(steady).replaceAll("virshN.xml");
        return TIMESTAMP.matcher(steady).replaceAll("TIME");
    }

    /// What was made up is called by the order in which it comes.
    private static String numbered(String text, Pattern madeUp, String name) {
        var seen = new ArrayList<String>();
        return madeUp.matcher(text)
                .replaceAll(
                        found -> {
                            if (!seen.contains(found.group())) {
                                seen.add(found.group());
                            }
                            return Matcher.quoteReplacement(name + seen.indexOf(found.group()));
                        });
    }

    /// The forms of a page of help: its name, its synopsis, the names of its options.
    private static String helpForms(String page) {
        List<String> forms = new ArrayList<>();
        String section = "";
        for (String line : page.lines().toList()) {
            String word = line.strip();
            if (line.startsWith("  ") && !line.startsWith("   ")) {
                section = word;
            }
            switch (section) {
                case "SYNOPSIS" -> forms.add(line);
                case "OPTIONS" -> forms.add(line.substring(0, Math.min(line.length(), 20)));
                case "NAME" -> forms.add(line.split(" - ", 2)[0]);
                case "DESCRIPTION" -> {
                    // our own words
                }
                default -> forms.add(word.split("\\s", 2)[0]);
            }
        }
        return String.join("\n", forms);
    }
}
