package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Word;

/// What to do if a source is missing when the domain starts.
public enum StartupPolicy implements Word {
    /// Fail.
    MANDATORY,
    /// Fail at boot, go without it after migration or restore.
    REQUISITE,
    /// Go without it.
    OPTIONAL
}
