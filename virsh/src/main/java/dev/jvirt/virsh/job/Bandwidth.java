package dev.jvirt.virsh.job;

import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Numbers;
import dev.jvirt.virsh.shell.Words;
import java.util.OptionalLong;

/// The limit that `--bandwidth` of the commands about jobs of disks sets.
final class Bandwidth {
    private static final String OPTION = "bandwidth";
    private static final int MEBIBYTE_BITS = 20;

    private Bandwidth() {}

    /// In MiB/s, or in bytes/s with `--bytes`; 0 if it was not given. A number with a suffix counts
    /// bytes in any case.
    static long of(Words words) {
        if (!words.has(OPTION)) {
            return 0;
        }
        String text = words.textOrEmpty(OPTION);
        OptionalLong plain = Numbers.toWrapped(text);
        if (plain.isPresent()) {
            return plain.getAsLong();
        }
        try {
            long bytes = words.scaledNumber(OPTION, 1).orElse(0);
            return words.has("bytes") ? bytes : bytes >> MEBIBYTE_BITS;
        } catch (CommandFailure e) {
            String line =
                    "Scaled numeric value '"
                            + text
                            + "' for <--bandwidth> option is malformed or out of range";
            throw e.reason() == null
                    ? new CommandFailure(line)
                    : new CommandFailure(line, e.reason());
        }
    }
}
