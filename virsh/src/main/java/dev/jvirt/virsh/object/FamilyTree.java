package dev.jvirt.virsh.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names in a tree, each below its parent.
public final class FamilyTree {
    private final List<String> names = new ArrayList<>();
    private final List<Optional<String>> parents = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /// Adds a name.
    public void add(String name, Optional<String> parent) {
        names.add(name);
        parents.add(parent);
    }

    /// The trees of those without parents.
    public String format() {
        for (int i = 0; i < names.size(); i++) {
            if (parents.get(i).isEmpty()) {
                text.append(names.get(i)).append('\n');
                writeChildren(names.get(i), "", true);
            }
        }
        return text.toString();
    }

    /// @param last whether nothing follows at the same level, so that an end of the tree is marked
    private void writeChildren(String name, String indent, boolean last) {
        List<String> children = children(name);
        if (!children.isEmpty()) {
            text.append(indent).append("  |\n");
        } else if (last) {
            text.append(indent).append('\n');
        }
        for (int i = 0; i < children.size(); i++) {
            boolean lastChild = i == children.size() - 1;
            text.append(indent).append("  +- ").append(children.get(i)).append('\n');
            writeChildren(children.get(i), indent + (lastChild ? "    " : "  | "), lastChild);
        }
    }

    private List<String> children(String name) {
        var children = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            if (parents.get(i).filter(name::equals).isPresent()) {
                children.add(names.get(i));
            }
        }
        return children;
    }
}
