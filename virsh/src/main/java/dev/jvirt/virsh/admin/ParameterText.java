package dev.jvirt.virsh.admin;

import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.virsh.shell.Output;

/// Prints named values.
final class ParameterText {
    private ParameterText() {}

    /// Prints a line for each.
    ///
    /// @param width of the column of names
    static void print(Output output, TypedParameters parameters, int width) {
        for (TypedParameter parameter : parameters.parameters()) {
            line(output, width, parameter.name(), parameter.value().text());
        }
    }

    /// Prints a name and a value.
    static void line(Output output, int width, String name, String value) {
        String blanks = " ".repeat(Math.max(0, width - name.length()));
        output.line(name + blanks + ": " + value);
    }
}
