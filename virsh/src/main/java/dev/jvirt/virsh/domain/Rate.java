package dev.jvirt.virsh.domain;

import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Numbers;
import java.util.OptionalLong;

/// How fast a network interface may be, as `average,peak,burst,floor`; 0 where nothing was said.
record Rate(long average, long peak, long burst, long floor) {
    private static final String[] FIELDS = {"average", "peak", "burst", "floor"};
    private static final long LARGEST = 0xffff_ffffL;

    /// @throws CommandFailure if it is none
    static Rate parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length > FIELDS.length) {
            throw new CommandFailure("Rate string '" + text + "' has too many fields");
        }
        long[] values = new long[FIELDS.length];
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].isEmpty()) {
                continue;
            }
            OptionalLong value = Numbers.toUnsignedLong(parts[i]);
            if (value.isEmpty()) {
                throw new CommandFailure("field '" + FIELDS[i] + "' is malformed");
            }
            values[i] = value.getAsLong();
        }
        return new Rate(values[0], values[1], values[2], values[3]);
    }

    /// Whether libvirt's calls, which know 32 bits, can say it.
    boolean fits() {
        return fits(average) && fits(peak) && fits(burst);
    }

    private static boolean fits(long value) {
        return value >= 0 && value <= LARGEST;
    }
}
