package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Word;

/// Whether other processes may map a guest's memory.
public enum MemoryAccess implements Word {
    SHARED,
    PRIVATE
}
