package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Word;

/// Which virtio interface a device has.
public enum VirtioModel implements Word {
    /// Both, as the bus allows.
    VIRTIO,
    /// The old and the new one.
    VIRTIO_TRANSITIONAL,
    /// Only the new one.
    VIRTIO_NON_TRANSITIONAL
}
