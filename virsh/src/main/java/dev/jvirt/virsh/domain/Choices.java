package dev.jvirt.virsh.domain;

import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Words;
import java.util.List;

/// Completes an option that takes one of a few words.
public record Choices(List<String> words) implements Completer {

    public Choices(String... words) {
        this(List.of(words));
    }

    @Override
    public List<String> candidates(Words typed) {
        return words;
    }
}
