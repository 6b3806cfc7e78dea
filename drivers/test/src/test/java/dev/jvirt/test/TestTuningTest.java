package dev.jvirt.test;

import static dev.jvirt.test.Worlds.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainVcpuFlag;
import dev.jvirt.api.domain.DomainXmlFlag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestTuningTest {
    private final Worlds worlds = new Worlds();
    private final Connection connection = worlds.open(Worlds.DEFAULT);
    private final Domain domain = connection.lookupDomainByName("test");

    @AfterEach
    void closeConnections() {
        worlds.close();
    }

    private static TypedParameters hardLimit(long kibibytes) {
        return TypedParameters.of("hard_limit", TypedValue.ofUnsignedLong(kibibytes));
    }

    @Test
    void whatChangesForTheNextStartLeavesTheRunningDomainAlone() {
        domain.tuning().setMemoryParameters(hardLimit(5000), Flags.of(DomainAffectFlag.CONFIG));

        assertThat(domain.xml(Flags.none())).doesNotContain("hard_limit");
        assertThat(domain.xml(Flags.of(DomainXmlFlag.INACTIVE)))
                .contains("<hard_limit unit='KiB'>5000</hard_limit>");
    }

    @Test
    void limitsThatContradictEachOtherAreRefused() {
        domain.tuning().setMemoryParameters(hardLimit(50), Flags.none());
        domain.tuning()
                .setMemoryParameters(
                        TypedParameters.of("swap_hard_limit", TypedValue.ofUnsignedLong(100)),
                        Flags.none());

        var error =
                refusal(() -> domain.tuning().setMemoryParameters(hardLimit(200), Flags.none()));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(error).hasMessageContaining("must be lower than or equal to swap_hard_limit");
    }

    @Test
    void unknownParametersAreNamed() {
        var unknown = TypedParameters.of("colour", TypedValue.ofInt(1));

        var error = refusal(() -> domain.tuning().setMemoryParameters(unknown, Flags.none()));

        assertThat(error.code()).isEqualTo(ErrorCode.ARGUMENT_UNSUPPORTED);
        assertThat(error).hasMessageContaining("parameter 'colour' not supported");
    }

    @Test
    void noDomainGetsMoreProcessorsThanItsHostSupports() {
        var error =
                refusal(
                        () ->
                                domain.vcpus()
                                        .setCount(
                                                Integer.MAX_VALUE,
                                                Flags.of(
                                                        DomainVcpuFlag.CONFIG,
                                                        DomainVcpuFlag.MAXIMUM)));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(error)
                .hasMessageContaining("requested cpu amount exceeds maximum supported amount");
    }
}
