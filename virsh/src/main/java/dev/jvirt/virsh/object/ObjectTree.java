package dev.jvirt.virsh.object;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws which object belongs to which.
///
/// @param names of all objects
/// @param parents of the objects, by name; null for one that belongs to nothing
public record ObjectTree(List<String> names, List<@Nullable String> parents) {

    /// The drawing: a tree for each object that belongs to nothing, each with an empty line behind.
    public String draw() {
        var text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            if (parents.get(i) == null) {
                draw(i, i, "", true, text);
            }
        }
        return text.toString();
    }

    private void draw(int index, int last, String indent, boolean root, StringBuilder text) {
        text.append(indent).append(root ? "" : "+- ").append(names.get(index)).append('\n');
        String below = root ? indent : indent + (index == last ? "   " : "|  ");
        int lastChild = lastChild(names.get(index));
        if (lastChild >= 0) {
            text.append(below).append("  |\n");
        }
        for (int i = 0; i <= lastChild; i++) {
            if (names.get(index).equals(parents.get(i))) {
                draw(i, lastChild, below + "  ", false, text);
            }
        }
        if (lastChild < 0 && index == last) {
            text.append(below.stripTrailing()).append('\n');
        }
    }

    private int lastChild(String parent) {
        return parents.lastIndexOf(parent);
    }
}
