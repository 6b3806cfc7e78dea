package dev.jvirt.documents.xml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The words of one enum, made when the enum is first used in a document.
final class Words {
    private static final ClassValue<Words> TABLES =
            new ClassValue<>() {
                @Override
                protected Words computeValue(Class<?> type) {
                    return new Words(type);
                }
            };

    private final Map<String, Object> constants = new HashMap<>();
    private final String[] texts;

    private Words(Class<?> type) {
        Object[] all = type.getEnumConstants();
        texts = new String[all.length];
        for (int i = 0; i < all.length; i++) {
            texts[i] = ((Word) all[i]).spelling();
            constants.put(texts[i], all[i]);
        }
    }

    static Words of(Class<?> type) {
        return TABLES.get(type);
    }

    String text(int ordinal) {
        return texts[ordinal];
    }

    <E> Optional<E> find(Class<E> type, String word) {
        return Optional.ofNullable(constants.get(word)).map(type::cast);
    }
}
