package dev.jvirt.daemon.access.rules;

import dev.jvirt.daemon.access.ObjectType;
import dev.jvirt.daemon.access.Permission;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads a file of rules: `allow` or `deny`, for whom, which actions, on which objects.
final class RuleParser {
    private static final int MIN_WORDS = 3;

    private final String file;
    private final String text;

    RuleParser(String file, String text) {
        this.file = file;
        this.text = text;
    }

    List<Rule> parse() {
        var rules = new ArrayList<Rule>();
        int number = 0;
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            var place = new RulePlace(file, ++number);
            String line = text.substring(at, end);
            List<Word> words = new WordReader(place, line).words();
            if (!words.isEmpty()) {
                rules.add(rule(place, line.strip(), words));
            }
            at = end + 1;
        }
        return rules;
    }

    private static Rule rule(RulePlace place, String line, List<Word> words) {
        boolean allows =
                switch (words.getFirst().text()) {
                    case "allow" -> true;
                    case "deny" -> false;
                    default ->
                            throw place.refuse(
                                    "expected allow or deny in place of '%s'"
                                            .formatted(words.getFirst().text()));
                };
        if (words.size() < MIN_WORDS) {
            throw place.refuse(
                    "expected %s after '%s'"
                            .formatted(
                                    words.size() == 1 ? "for whom the rule is" : "actions",
                                    words.getLast().text()));
        }
        Set<Permission> actions = actions(place, words.get(2));
        var conditions = new ArrayList<Condition>();
        for (Word word : words.subList(MIN_WORDS, words.size())) {
            conditions.add(condition(place, word, actions));
        }
        return new Rule(place, line, allows, who(place, words.get(1)), actions, conditions);
    }

    private static List<Who> who(RulePlace place, Word word) {
        var who = new ArrayList<Who>();
        for (String part : word.parts()) {
            who.add(Who.parse(part, place));
        }
        return who;
    }

    private static Set<Permission> actions(RulePlace place, Word word) {
        var actions = new LinkedHashSet<Permission>();
        for (String part : word.parts()) {
            Set<Permission> meant = Action.permissions(part);
            if (meant.isEmpty()) {
                throw place.refuse("unknown action '%s'".formatted(part));
            }
            actions.addAll(meant);
        }
        return actions;
    }

    private static Condition condition(RulePlace place, Word word, Set<Permission> actions) {
        String first = word.parts().getFirst();
        int equals = first.indexOf('=');
        if (equals <= 0) {
            throw place.refuse("expected ATTRIBUTE=PATTERN in place of '%s'".formatted(first));
        }
        boolean negated = first.charAt(equals - 1) == '!';
        String attribute = first.substring(0, negated ? equals - 1 : equals);
        check(place, attribute, actions);
        var patterns = new ArrayList<>(word.parts());
        patterns.set(0, first.substring(equals + 1));
        if (patterns.getFirst().isEmpty()) {
            throw place.refuse("'%s' has no pattern".formatted(first));
        }
        return new Condition(attribute, negated, patterns);
    }

    /// A condition on an attribute that an object never has would make a rule that never fits.
    private static void check(RulePlace place, String attribute, Set<Permission> actions) {
        if (!ObjectType.isAttribute(attribute)) {
            throw place.refuse("unknown attribute '%s'".formatted(attribute));
        }
        for (Permission action : actions) {
            if (!action.object().attributes().contains(attribute)) {
                throw place.refuse(
                        "action '%s' has no attribute '%s'"
                                .formatted(Action.name(action), attribute));
            }
        }
    }
}
