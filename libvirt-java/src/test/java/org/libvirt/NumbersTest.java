package org.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirt.event.DefinedDetail;
import org.libvirt.event.DomainEvent;
import org.libvirt.event.DomainEventType;

class NumbersTest {
    private static final UUID SOME = UUID.fromString("ff010203-0405-0607-0809-0a0b0c0d0eff");

    @Test
    void aUuidHasSixteenNumbers() {
        int[] numbers = {255, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255};

        assertThat(Numbers.ints(SOME)).isEqualTo(numbers);
        assertThat(Numbers.uuid(numbers)).isEqualTo(SOME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ff010203-0405-0607-0809-0a0b0c0d0eff",
                "FF010203-0405-0607-0809-0A0B0C0D0EFF",
                "ff0102030405060708090a0b0c0d0eff",
                " ff010203-0405-0607-0809-0a0b0c0d0eff "
            })
    void aUuidMayBeWrittenInManyWays(String text) {
        assertThat(Numbers.uuid("virDomainLookupByUUIDString", text)).isEqualTo(SOME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "ff010203-0405-0607-0809-0a0b0c0d0ef",
                "ff010203-0405-0607-0809-0a0b0c0d0effa",
                "gf010203-0405-0607-0809-0a0b0c0d0eff"
            })
    void whatIsNoUuidIsRefused(String text) {
        assertThatThrownBy(() -> Numbers.uuid("virNetworkLookupByUUIDString", text))
                .hasMessage("uuidstr in virNetworkLookupByUUIDString must be a valid UUID");
    }

    @Test
    void numbersThatAreNotKnownAreTheLastConstant() {
        assertThat(Error.ErrorNumber.wrap(42)).isEqualTo(Error.ErrorNumber.VIR_ERR_NO_DOMAIN);
        assertThat(Error.ErrorNumber.wrap(4242)).isEqualTo(Error.ErrorNumber.VIR_ERR_UNKNOWN);
        assertThat(Error.ErrorLevel.wrap(-1)).isEqualTo(Error.ErrorLevel.VIR_ERR_UNKNOWN);
        assertThat(CPUCompareResult.get(-1)).isEqualTo(CPUCompareResult.VIR_CPU_COMPARE_ERROR);
        assertThat(CPUCompareResult.get(7)).isNull();
    }

    @Test
    void eventsTellTheirDetail() {
        var event = new DomainEvent(DomainEventType.DEFINED, 1);

        DefinedDetail detail = event.getDetail();
        assertThat(detail).isEqualTo(DefinedDetail.UPDATED);
        assertThat(event).hasToString("DEFINED (UPDATED)");
        assertThat(new DomainEvent(DomainEventType.DEFINED, 50)).hasToString("DEFINED (UNKNOWN)");
        assertThat(new DomainEvent(DomainEventType.UNKNOWN, 0)).hasToString("UNKNOWN (null)");
    }
}
