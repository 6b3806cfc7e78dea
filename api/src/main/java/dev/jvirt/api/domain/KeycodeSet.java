package dev.jvirt.api.domain;

import java.util.Optional;

/// How keys are numbered (`virKeycodeSet`).
public enum KeycodeSet {
    /// `VIR_KEYCODE_SET_LINUX` (0), since 0.9.3.
    LINUX(0),
    /// `VIR_KEYCODE_SET_XT` (1), since 0.9.3.
    XT(1),
    /// `VIR_KEYCODE_SET_ATSET1` (2), since 0.9.3.
    ATSET1(2),
    /// `VIR_KEYCODE_SET_ATSET2` (3), since 0.9.3.
    ATSET2(3),
    /// `VIR_KEYCODE_SET_ATSET3` (4), since 0.9.3.
    ATSET3(4),
    /// `VIR_KEYCODE_SET_OSX` (5), since 0.9.4.
    OSX(5),
    /// `VIR_KEYCODE_SET_XT_KBD` (6), since 0.9.4.
    XT_KBD(6),
    /// `VIR_KEYCODE_SET_USB` (7), since 0.9.4.
    USB(7),
    /// `VIR_KEYCODE_SET_WIN32` (8), since 0.9.4.
    WIN32(8),
    /// `VIR_KEYCODE_SET_QNUM` (9), since 4.2.0.
    QNUM(9);

    private final int code;

    KeycodeSet(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; empty if there is none.
    public static Optional<KeycodeSet> of(int code) {
        for (KeycodeSet value : values()) {
            if (value.code == code) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
