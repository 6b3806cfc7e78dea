package dev.jvirt.virsh.domain;

import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.virsh.shell.Output;

/// Lines with a name and a value.
public final class Labels {
    private static final int USUAL = 15;

    private Labels() {}

    /// The name with blanks behind up to a width.
    public static String padded(String name, int width) {
        return name.length() >= width ? name : name + " ".repeat(width - name.length());
    }

    /// Prints `name: value` for each, the values below each other.
    static void print(Output output, TypedParameters values) {
        print(output, values, USUAL);
    }

    /// Prints `name: value` for each, with a column of that width for the names.
    static void print(Output output, TypedParameters values, int width) {
        for (TypedParameter one : values.parameters()) {
            output.line(padded(one.name(), width) + ": " + one.value().text());
        }
    }
}
