package org.libvirt;

/// How keys are numbered (`virKeycodeSet`).
public enum KeycodeSet {
    LINUX,
    XT,
    ATSET1,
    ATSET2,
    ATSET3,
    OSX,
    XT_KBD,
    USB,
    WIN32,
    RFB
}
