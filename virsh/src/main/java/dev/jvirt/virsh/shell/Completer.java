package dev.jvirt.virsh.shell;

import java.util.List;

/// Knows what the value of an option may be.
public interface Completer {
    /// All values that make sense, whatever has been typed of it so far.
    ///
    /// @param words the command as far as it has been typed
    List<String> candidates(Words words);
}
