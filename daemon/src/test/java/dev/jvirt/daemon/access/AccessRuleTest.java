package dev.jvirt.daemon.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccessRuleTest {
    private static final int LIVE = 1;
    private static final int CONFIG = 2;
    private static final AccessRule TUNING =
            AccessRule.of(
                    List.of(
                            "domain:write",
                            "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                            "domain:save:VIR_DOMAIN_AFFECT_CONFIG"),
                    "");

    @Test
    void aPermissionIsNeededIfNoneOfTheFlagsIsSet() {
        assertThat(TUNING.needed(0, 0))
                .containsExactly(DomainPermission.WRITE, DomainPermission.SAVE);
        assertThat(TUNING.needed(4, 0))
                .containsExactly(DomainPermission.WRITE, DomainPermission.SAVE);
        assertThat(TUNING.needed(LIVE, 0)).containsExactly(DomainPermission.WRITE);
    }

    @Test
    void aPermissionIsNeededIfTheFlagIsSet() {
        assertThat(TUNING.needed(CONFIG, 0))
                .containsExactly(DomainPermission.WRITE, DomainPermission.SAVE);
        assertThat(TUNING.needed(LIVE | CONFIG, 0))
                .containsExactly(DomainPermission.WRITE, DomainPermission.SAVE);
    }

    @Test
    void aPermissionIsNeededForOneValueOfAParameter() {
        var addresses =
                AccessRule.of(
                        List.of(
                                "domain:read",
                                "domain:write::source:VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT"),
                        "");

        assertThat(addresses.needed(-1, 0)).containsExactly(DomainPermission.READ);
        assertThat(addresses.needed(0, 1))
                .containsExactly(DomainPermission.READ, DomainPermission.WRITE);
        assertThat(addresses.needed(0, 2)).containsExactly(DomainPermission.READ);
    }

    @Test
    void aRuleTellsWhatItIsAboutAndHowResultsAreFiltered() {
        var volumes =
                AccessRule.of(List.of("storage_pool:search_storage_vols"), "storage_vol:getattr");

        assertThat(volumes.object()).isEqualTo(ObjectType.STORAGE_POOL);
        assertThat(volumes.filter()).contains(StorageVolumePermission.GETATTR);
        assertThat(TUNING.filter()).isEmpty();
    }
}
