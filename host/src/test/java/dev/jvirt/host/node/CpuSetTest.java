package dev.jvirt.host.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CpuSetTest {
    @Test
    void readsAndWritesLists() {
        for (String list : List.of("", "0", "0-1", "0-3,8", "1,3,5-7,63-64")) {
            assertThat(CpuSet.parse(list)).hasToString(list);
        }
        assertThat(CpuSet.parse(" 3,1,2,2\n")).isEqualTo(CpuSet.of(1, 2, 3)).hasToString("1-3");
    }

    @Test
    void knowsItsMembers() {
        CpuSet set = CpuSet.of(2, 5);

        assertThat(set.contains(2)).isTrue();
        assertThat(set.contains(3)).isFalse();
        assertThat(set.size()).isEqualTo(2);
        assertThat(set.length()).isEqualTo(6);
        assertThat(set.stream()).containsExactly(2, 5);
        assertThat(CpuSet.first(3)).isEqualTo(CpuSet.of(0, 1, 2));
    }

    @Test
    void refusesWhatIsNoList() {
        for (String text :
                List.of("a", "1,", ",1", "3-1", "-1", "1-", "1--2", "0-99999999999", "0-9999999")) {
            assertThatThrownBy(() -> CpuSet.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(text);
        }
    }
}
