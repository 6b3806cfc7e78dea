/// Conformance with the reference implementation, measured on its own golden data.
///
/// [Conformance] is the program. A [Family] takes the cases of one folder of the corpus; [Families]
/// lists them. A new family is one class and one line there. No case is treated by its name, and no
/// expected file is read to make an answer.
@NullMarked
package dev.jvirt.tests.conformance;

import org.jspecify.annotations.NullMarked;
