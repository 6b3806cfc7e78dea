package dev.jvirt.documents.xml;

import java.util.Locale;
import java.util.Optional;

/// A constant of an enum that stands for a word in a document.
///
/// The word is the name of the constant in lower case with hyphens, unless [#spelling()] says
/// otherwise.
public interface Word {
    /// The name of the constant.
    String name();

    /// The place of the constant.
    int ordinal();

    /// How the word is spelled; asked once for each constant.
    default String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The word that stands in documents.
    default String word() {
        return Words.of(((Enum<?>) this).getDeclaringClass()).text(ordinal());
    }

    /// The constant that a word stands for.
    static <E extends Enum<E> & Word> Optional<E> find(Class<E> type, String word) {
        return Words.of(type).find(type, word);
    }
}
