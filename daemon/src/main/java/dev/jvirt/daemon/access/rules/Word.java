package dev.jvirt.daemon.access.rules;

import java.util.List;

/// A word of a rule: parts that commas separate. Quotes keep blanks and commas together.
///
/// @param column where it begins, from 1
record Word(int column, List<String> parts) {
    Word {
        parts = List.copyOf(parts);
    }

    /// As it may be written.
    String text() {
        return String.join(",", parts);
    }
}
