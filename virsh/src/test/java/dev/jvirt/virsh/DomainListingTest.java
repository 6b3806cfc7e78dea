package dev.jvirt.virsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.domain.DomainListFlag;
import org.junit.jupiter.api.Test;

class DomainListingTest {
    private final VirshFixture virsh = new VirshFixture();

    @Test
    void runningDomainsComeFirstAndTheOthersByName() {
        assertThat(virsh.line("list --all").out())
                .isEqualTo(
                        """
                         Id   Name    State
                        ------------------------
                         3    web     running
                         12   tmp     paused
                         -    cache   shut off
                         -    Db      shut off

                        """);
    }

    @Test
    void onlyRunningDomainsAreListedUnlessMoreAreWanted() {
        assertThat(virsh.line("list --name").out()).isEqualTo("web\ntmp\n\n");
        assertThat(virsh.line("list --inactive --name").out()).isEqualTo("cache\nDb\n\n");
    }

    @Test
    void titlesAndSavedStatesCanBeShown() {
        assertThat(virsh.line("list --inactive --title --managed-save").out())
                .isEqualTo(
                        """
                         Id   Name    State      Title
                        --------------------------------------
                         -    cache   saved      About cache
                         -    Db      shut off   About Db

                        """);
    }

    @Test
    void quietTablesHaveNoHeading() {
        assertThat(virsh.run("-q", "-c", "fake:///one", "list").out())
                .isEqualTo(" 3    web   running\n 12   tmp   paused\n");
    }

    @Test
    void plainListsHaveTheColumnsThatAreWanted() {
        assertThat(virsh.line("list --all --uuid --id --name").out())
                .startsWith("00000000-0000-0001-0000-000000000001 3 web\n")
                .endsWith("00000000-0000-0002-0000-000000000002 - Db\n\n");
        assertThat(virsh.line("list --all --id").out()).isEqualTo("3\n12\n\n");
    }

    @Test
    void filtersGoToTheDriver() {
        virsh.line("list --all --persistent --autostart --state-other --without-checkpoint");

        assertThat(virsh.hypervisor.domains.done).containsExactly("list 0x8487");
    }

    @Test
    void aDriverWithoutFiltersIsHelpedOut() {
        virsh.hypervisor.domains.unknownFilters =
                DomainListFlag.PERSISTENT.bit()
                        | DomainListFlag.PAUSED.bit()
                        | DomainListFlag.AUTOSTART.bit()
                        | DomainListFlag.MANAGEDSAVE.bit();

        assertThat(virsh.line("list --name --all --persistent").out())
                .isEqualTo("web\ncache\nDb\n\n");
        assertThat(virsh.line("list --name --all --state-paused").out()).isEqualTo("tmp\n\n");
        assertThat(virsh.line("list --name --all --autostart").out()).isEqualTo("Db\n\n");
        assertThat(virsh.line("list --name --all --with-managed-save").out())
                .isEqualTo("cache\n\n");
    }

    @Test
    void formsExcludeEachOther() {
        assertThat(virsh.line("list --table --id").err())
                .isEqualTo("error: Options --table and --id are mutually exclusive\n");
    }
}
