package dev.jvirt.daemon.access.rules;

import java.util.Optional;

/// What the file says about a question, and why.
///
/// @param rule the first that fits; empty: none does, so it is forbidden
public record Decision(Optional<Rule> rule) {

    /// Whether it is allowed.
    public boolean allows() {
        return rule.isPresent() && rule.get().allows();
    }

    /// Why, for people.
    public String reason() {
        return rule.isPresent()
                ? rule.get().place() + ": " + rule.get().text()
                : "no rule fits, and what no rule allows is forbidden";
    }
}
