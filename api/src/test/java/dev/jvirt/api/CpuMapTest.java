package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuMapTest {

    @Test
    void theLowestBitOfTheFirstByteIsTheFirstCpu() {
        var map = CpuMap.of(0, 3, 8, 15);

        assertThat(map.toBytes()).containsExactly(0b0000_1001, 0b1000_0001);
        assertThat(CpuMap.ofBytes(map.toBytes())).isEqualTo(map);
    }

    @Test
    void anArrayIsAsLongAsItsReaderWants() {
        var map = CpuMap.of(1, 9);

        assertThat(map.toBytes(1)).containsExactly(2);
        assertThat(map.toBytes(4)).containsExactly(2, 2, 0, 0);
        assertThat(CpuMap.none().toBytes()).containsExactly(0);
    }

    @Test
    void emptyBytesAtTheEndMakeNoDifference() {
        assertThat(CpuMap.ofBytes(new byte[] {5, 0, 0}))
                .isEqualTo(CpuMap.of(0, 2))
                .hasSameHashCodeAs(CpuMap.of(0, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "0-3|0-3", "5,0-3,^2|0-1,3,5", "1, 2 ,3|1-3", "7-7|7"})
    void readsAndWritesLibvirtsLists(String list, String written) {
        assertThat(CpuMap.parse(list)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-1", "+1", "3-1", "1,,2", "1-", "^", "3-4,^3-4", "200000"})
    void refusesWhatIsNoList(String list) {
        var error = catchThrowableOfType(LibvirtException.class, () -> CpuMap.parse(list));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(error).hasMessageContaining("Failed to parse bitmap '%s'".formatted(list));
    }

    @Test
    void setsNeverChange() {
        var map = CpuMap.range(2, 4);

        assertThat(map.with(9)).hasToString("2-4,9");
        assertThat(map.without(3)).hasToString("2,4");
        assertThat(map).hasToString("2-4");
        assertThat(map.count()).isEqualTo(3);
        assertThat(map.has(4)).isTrue();
        assertThat(map.has(-1)).isFalse();
        assertThat(map.cpus()).containsExactly(2, 3, 4);
    }

    @Test
    void refusesNegativeNumbers() {
        assertThat(catchThrowableOfType(LibvirtException.class, () -> CpuMap.of(1, -1)).code())
                .isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(catchThrowableOfType(LibvirtException.class, () -> CpuMap.range(3, 2)).code())
                .isEqualTo(ErrorCode.INVALID_ARG);
    }
}
