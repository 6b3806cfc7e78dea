package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Word;

/// What runs a domain: the `type` of a `<domain>`.
public enum VirtType implements Word {
    NONE,
    QEMU,
    KQEMU,
    KVM,
    XEN,
    LXC,
    UML,
    OPENVZ,
    TEST,
    VMWARE,
    HYPERV,
    VBOX,
    PHYP,
    PARALLELS,
    BHYVE,
    VZ,
    HVF
}
