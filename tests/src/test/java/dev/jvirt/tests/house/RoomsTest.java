package dev.jvirt.tests.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of rooms in `ARCHITECTURE.md` is true.
class RoomsTest {
    private static final Rooms ROOMS = Rooms.read();

    static Stream<Room> rooms() {
        return ROOMS.withCode().stream();
    }

    @Test
    void tableAndPomListTheSameRooms() {
        assertThat(ROOMS.uses().keySet())
                .containsExactlyInAnyOrderElementsOf(ROOMS.rooms().keySet());
    }

    @Test
    void everyRoomOfThePomHasSources() {
        assertThat(ROOMS.rooms().values())
                .filteredOn(room -> !room.name().equals("dist"))
                .allMatch(Room::hasCode);
    }

    @Test
    void roomsUseOnlyWhatStandsBeforeThem() {
        var before = new TreeSet<String>();
        for (Room room : ROOMS.rooms().values()) {
            if (!ROOMS.mayUseAll(room)) {
                assertThat(before).as(room.name()).containsAll(ROOMS.usedBy(room));
            }
            before.add(room.name());
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void moduleDescriptorAsksForTheRoomsOfTheTable(Room room) {
        assumeThat(room.hasDescriptor()).as("%s has a module descriptor", room.name()).isTrue();

        assertThat(ROOMS.usedBy(room)).containsAll(ROOMS.required(room));
        if (!ROOMS.mayUseAll(room)) {
            assertThat(ROOMS.readable(room)).containsAll(ROOMS.usedBy(room));
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void pomBringsTheRoomsOfTheTable(Room room) {
        var reachable = ROOMS.reachable(room);

        assertThat(reachable).containsAll(ROOMS.mayUseAll(room) ? Set.of() : ROOMS.usedBy(room));
        assertThat(ROOMS.usedBy(room))
                .containsAll(
                        ROOMS.rooms().values().stream()
                                .filter(r -> room.runTimeArtifacts().contains(r.artifact()))
                                .map(Room::name)
                                .toList());
    }
}
