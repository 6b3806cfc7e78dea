package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Word;

/// How the content of an image is laid out.
public enum StorageFormat implements Word {
    RAW,
    DIR,
    BOCHS,
    CLOOP,
    DMG,
    ISO,
    VPC,
    VDI,
    FAT,
    VHD,
    PLOOP,
    COW,
    QCOW,
    QCOW2,
    QED,
    VMDK
}
