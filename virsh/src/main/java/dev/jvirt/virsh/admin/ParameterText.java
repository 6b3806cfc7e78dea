package dev.jvirt.virsh.admin;

import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.TypedValue;
import dev.jvirt.virsh.shell.Output;
import java.util.List;
import java.util.Locale;

/// Prints named values of the wire.
final class ParameterText {
    private ParameterText() {}

    /// Prints a line for each.
    ///
    /// @param width of the column of names
    static void print(Output output, List<TypedParameter> parameters, int width) {
        for (TypedParameter parameter : parameters) {
            line(output, width, parameter.field(), of(parameter.value()));
        }
    }

    /// Prints a name and a value.
    static void line(Output output, int width, String name, String value) {
        String blanks = " ".repeat(Math.max(0, width - name.length()));
        output.line(name + blanks + ": " + value);
    }

    private static String of(TypedValue value) {
        return switch (value) {
            case TypedValue.OfInt(int number) -> Integer.toString(number);
            case TypedValue.OfUnsignedInt(int number) -> Integer.toUnsignedString(number);
            case TypedValue.OfLong(long number) -> Long.toString(number);
            case TypedValue.OfUnsignedLong(long number) -> Long.toUnsignedString(number);
            case TypedValue.OfDouble(double number) -> String.format(Locale.ROOT, "%f", number);
            case TypedValue.OfBoolean(int truth) -> truth == 0 ? "no" : "yes";
            case TypedValue.OfString(String text) -> text;
        };
    }
}
