package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Numbers;
import java.util.OptionalInt;

/// Small numbers in the text of an element.
final class ControllerNumbers {
    private ControllerNumbers() {}

    static OptionalInt parse(String text) {
        var number = Numbers.parse(text, 10);
        return number.isPresent() && number.getAsLong() >= 0 && number.getAsLong() < 1 << 30
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }
}
