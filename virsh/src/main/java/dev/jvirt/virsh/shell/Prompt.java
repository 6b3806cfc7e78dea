package dev.jvirt.virsh.shell;

/// What stands in front of a line that is to be typed.
public interface Prompt {
    /// Its text at this moment.
    String text();
}
