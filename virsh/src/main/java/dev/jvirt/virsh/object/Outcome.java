package dev.jvirt.virsh.object;

import dev.jvirt.virsh.shell.Output;

/// What is said of something that was done, or could not be done.
///
/// @param done `%s` stands for the object
/// @param failed what stands in front of libvirt's error; `%s` stands for the object
public record Outcome(String done, String failed) {

    /// Does it and says so.
    public void of(Output output, String object, Runnable action) {
        Attempt.to(failed.formatted(object), action);
        output.extra(done.formatted(object) + "\n");
    }
}
