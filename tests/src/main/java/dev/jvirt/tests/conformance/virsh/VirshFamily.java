package dev.jvirt.tests.conformance.virsh;

import dev.jvirt.tests.conformance.Case;
import dev.jvirt.tests.conformance.Corpus;
import dev.jvirt.tests.conformance.Family;
import dev.jvirt.tests.conformance.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `virsh`: command lines on the test driver, with all that they print.
public final class VirshFamily implements Family {
    private final Map<String, Json> cases = new HashMap<>();

    /// What the cases of a script leave for its later ones, by the name of the script.
    private final Map<String, Map<String, String>> left = new HashMap<>();

    @Override
    public String name() {
        return "virsh";
    }

    @Override
    public String run(Case test) {
        return check(test).orElse("");
    }

    @Override
    public Optional<String> check(Case test) {
        Json json = json(test);
        try (Workplace workplace = Workplace.create()) {
            leftovers(test).forEach(workplace::write);
            json.textsByName("files").forEach(workplace::write);
            json.textsByName("userConfig").forEach(workplace::configure);
            List<Json> steps = json.has("steps") ? json.objects("steps") : List.of(json);
            var texts = new HashMap<String, String>();
            for (Json step : steps) {
                Optional<String> difference =
                        step.has("edit")
                                ? edit(step, texts, workplace)
                                : command(test, step, texts, workplace);
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }
    }

    private Json json(Case test) {
        if (cases.isEmpty()) {
            for (Json json : Json.lines(test.corpus().read("virsh/cases.jsonl"))) {
                cases.put(json.text("case").orElse(""), json);
            }
        }
        Json json = cases.get(test.name());
        if (json == null) {
            throw new IllegalArgumentException("no such case: " + test.name());
        }
        return json;
    }

    private Optional<String> command(
            Case test, Json step, Map<String, String> texts, Workplace workplace) {
        var arguments = new ArrayList<String>();
        for (String argument : step.texts("argv")) {
            arguments.add(named(test.corpus(), argument));
        }
        Outcome outcome = workplace.run(step, arguments);
        step.text("save").ifPresent(name -> texts.put(name, outcome.out()));
        step.textsByName("saves")
                .forEach((file, part) -> leftovers(test).put(file, part(outcome.out(), part)));
        return new Expectation(step, text -> named(test.corpus(), text)).difference(outcome);
    }

    /// Puts the paths of the corpus where the case only names them.
    private static String named(Corpus corpus, String text) {
        String folder = corpus.folder().resolve("virsh").toAbsolutePath().toString();
        return text.replace("@NODE@", folder + "/node").replace("@AUTH@", folder + "/auth.xml");
    }

    /// Changes a text that an earlier step saved.
    private static Optional<String> edit(
            Json step, Map<String, String> texts, Workplace workplace) {
        String name = step.text("edit").orElse("");
        String text = texts.getOrDefault(name, "");
        Optional<String> replaced = step.text("replace");
        if (replaced.isPresent()) {
            text = text.replace(replaced.get(), step.text("with").orElse(""));
        }
        Optional<String> dropped = step.text("dropLineWith");
        if (dropped.isPresent()) {
            var kept = new StringBuilder();
            text.lines()
                    .filter(line -> !line.contains(dropped.get()))
                    .forEach(line -> kept.append(line).append('\n'));
            text = kept.toString();
        }
        String blanks = " ".repeat(step.text("spaces").map(Integer::parseInt).orElse(0));
        text =
                switch (step.text("pad").orElse("")) {
                    case "before" -> blanks + text;
                    case "after" -> text + blanks;
                    default -> text;
                };
        texts.put(name, text);
        String result = text;
        step.text("save").ifPresent(file -> workplace.write(file, result));
        return Optional.empty();
    }

    /// The files for the later cases of the same script: those whose names differ in the last
    /// number only.
    private Map<String, String> leftovers(Case test) {
        int dash = test.name().lastIndexOf('-');
        String script = dash < 0 ? test.name() : test.name().substring(0, dash);
        return left.computeIfAbsent(script, name -> new LinkedHashMap<>());
    }

    /// What stands between two markers, for example `stdout from MarkerA to MarkerB`.
    private static String part(String text, String description) {
        String[] words = description.split(" ");
        String first = "<!--" + words[2] + "-->";
        String last = "<!--" + words[4] + "-->";
        int start = text.indexOf(first);
        int end = text.indexOf(last);
        return start < 0 || end < start ? "" : text.substring(start, end + last.length());
    }
}
