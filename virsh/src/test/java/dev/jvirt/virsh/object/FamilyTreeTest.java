package dev.jvirt.virsh.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FamilyTreeTest {
    @Test
    void childrenStandBelowTheirParents() {
        var tree = new FamilyTree();
        tree.add("a", Optional.empty());
        tree.add("b", Optional.of("a"));
        tree.add("c", Optional.of("b"));
        tree.add("d", Optional.of("a"));
        tree.add("e", Optional.of("d"));
        tree.add("f", Optional.of("d"));

        assertThat(tree.format())
                .isEqualTo(
                        """
                        a
                          |
                          +- b
                          |   |
                          |   +- c
                          |    \s
                          +- d
                              |
                              +- e
                              +- f
                               \s
                        """);
    }

    @Test
    void aSnapshotWithoutRelativesIsATree() {
        var tree = new FamilyTree();
        tree.add("alone", Optional.empty());

        assertThat(tree.format()).isEqualTo("alone\n\n");
    }

    @Test
    void whoseParentIsNotThereIsNotShown() {
        var tree = new FamilyTree();
        tree.add("lost", Optional.of("gone"));

        assertThat(tree.format()).isEmpty();
    }
}
