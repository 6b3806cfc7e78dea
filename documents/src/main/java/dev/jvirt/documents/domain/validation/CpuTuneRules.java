package dev.jvirt.documents.domain.validation;

import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.CpuTune;
import java.util.OptionalLong;

/// Rules of shares of the host's processors: what its kernel takes.
final class CpuTuneRules {
    private static final long MIN_SHARES = 2;
    private static final long MAX_SHARES = 262144;
    private static final long MIN_PERIOD = 1000;
    private static final long MAX_PERIOD = 1000000;
    private static final long MIN_QUOTA = 1000;
    private static final long MAX_QUOTA = 17592186044415L;

    private CpuTuneRules() {}

    static void check(CpuTune tune) {
        range(tune.shares(), "shares", MIN_SHARES, MAX_SHARES);
        var quotas = tune.quotas();
        period(quotas.vcpu(), "");
        period(quotas.global(), "global_");
        period(quotas.emulator(), "emulator_");
        period(quotas.ioThread(), "iothread_");
        quota(quotas.vcpu(), "");
        quota(quotas.global(), "global_");
        quota(quotas.emulator(), "emulator_");
        quota(quotas.ioThread(), "iothread_");
    }

    private static void period(CpuTune.Quota quota, String prefix) {
        range(quota.period(), prefix + "period", MIN_PERIOD, MAX_PERIOD);
    }

    private static void quota(CpuTune.Quota quota, String prefix) {
        range(quota.quota(), prefix + "quota", MIN_QUOTA, MAX_QUOTA);
    }

    private static void range(OptionalLong number, String name, long min, long max) {
        long value = number.orElse(0);
        unsupportedWhen(
                value > 0 && (value < min || value > max),
                "Value of cputune '%s' must be in range [%d, %d]",
                name,
                min,
                max);
    }
}
