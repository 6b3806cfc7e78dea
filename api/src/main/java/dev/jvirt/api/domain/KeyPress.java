package dev.jvirt.api.domain;

import java.util.List;

/// Keys that are pressed together.
///
/// @param codeset how the keys are numbered
/// @param holdTime how long they are held down, in milliseconds; 0: as the driver likes
/// @param keycodes 1 to 16 keys, in the order in which they are pressed
public record KeyPress(KeycodeSet codeset, int holdTime, List<Integer> keycodes) {
    /// The most keys at a time (`VIR_DOMAIN_SEND_KEY_MAX_KEYS`).
    public static final int MAX_KEYS = 16;

    public KeyPress {
        keycodes = List.copyOf(keycodes);
    }
}
