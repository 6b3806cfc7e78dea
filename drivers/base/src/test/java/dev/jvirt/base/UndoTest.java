package dev.jvirt.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoTest {
    private final List<String> takenBack = new ArrayList<>();

    @Test
    void theLastStepIsTakenBackFirst() {
        try (var undo = new Undo()) {
            String made = undo.onFailure("tap", tap -> takenBack.add("delete " + tap));
            undo.onFailure(() -> takenBack.add("kill"));
            assertThat(made).isEqualTo("tap");
        }

        assertThat(takenBack).containsExactly("kill", "delete tap");
    }

    @Test
    void whatIsDoneStays() {
        try (var undo = new Undo()) {
            undo.onFailure(() -> takenBack.add("kill"));
            undo.done();
        }

        assertThat(takenBack).isEmpty();
    }

    @Test
    void stepsAfterDoneAreTakenBackAlone() {
        try (var undo = new Undo()) {
            undo.onFailure(() -> takenBack.add("first"));
            undo.done();
            undo.onFailure(() -> takenBack.add("second"));
        }

        assertThat(takenBack).containsExactly("second");
    }

    @Test
    void aStepThatFailsKeepsNeitherTheOthersNorTheError() {
        assertThatThrownBy(this::failHalfWay).hasMessage("no such bridge");

        assertThat(takenBack).containsExactly("last", "first");
    }

    private void failHalfWay() {
        try (var undo = new Undo()) {
            undo.onFailure(() -> takenBack.add("first"));
            undo.onFailure(
                    () -> {
                        throw new IllegalStateException("cannot take back");
                    });
            undo.onFailure(() -> takenBack.add("last"));
            throw new IllegalArgumentException("no such bridge");
        }
    }
}
