package dev.jvirt.virsh.host;

import dev.jvirt.api.TypedValue;
import java.util.Locale;

/// Values of parameters as text.
final class Parameters {
    private Parameters() {}

    static String text(TypedValue value) {
        return switch (value) {
            case TypedValue.OfInt(int number) -> Integer.toString(number);
            case TypedValue.OfUnsignedInt(int number) -> Integer.toUnsignedString(number);
            case TypedValue.OfLong(long number) -> Long.toString(number);
            case TypedValue.OfUnsignedLong(long number) -> Long.toUnsignedString(number);
            case TypedValue.OfDouble(double number) -> String.format(Locale.ROOT, "%f", number);
            case TypedValue.OfBoolean(boolean yes) -> yes ? "yes" : "no";
            case TypedValue.OfString(String text) -> text;
        };
    }
}
