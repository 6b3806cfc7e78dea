package dev.jvirt.virsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainCommandsTest {
    private final VirshFixture virsh = new VirshFixture();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "start Db | create Db | Domain 'Db' started",
                "start Db --paused --force-boot | create Db 0x9 | Domain 'Db' started",
                "destroy web | destroy web | Domain 'web' destroyed",
                "destroy 3 --graceful --remove-logs | destroy web 0x3 | Domain '3' destroyed",
                "shutdown web | shutdown web | Domain 'web' is being shutdown",
                "shutdown web --mode acpi,agent | shutdown web 0x3 | Domain 'web' is being"
                        + " shutdown",
                "reboot web signal | reboot web 0x8 | Domain 'web' is being rebooted",
                "reset web | reset web | Domain 'web' was reset",
                "suspend web | suspend web | Domain 'web' suspended",
                "resume tmp | resume tmp | Domain 'tmp' resumed",
                "autostart Db | autostart Db true | Domain 'Db' marked as autostarted",
                "autostart Db --disable | autostart Db false | Domain 'Db' unmarked as autostarted",
                "domrename Db new | rename Db to new | Domain successfully renamed",
                "undefine Db --nvram --tpm | undefine Db 0x24 | Domain 'Db' has been undefined",
                "undefine cache --managed-save | undefine cache 0x1 | Domain 'cache' has been"
                        + " undefined",
                "undefine Db --managed-save | undefine Db | Domain 'Db' has been undefined",
            })
    void changesAreMadeAndTold(String line, String done, String told) {
        VirshFixture.Result result = virsh.line(line);

        assertThat(virsh.hypervisor.domains.done).containsExactly(done);
        assertThat(result).isEqualTo(new VirshFixture.Result(0, told + "\n\n", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "start Db | Failed to start domain 'Db'",
                "destroy web | Failed to destroy domain 'web'",
                "shutdown web | Failed to shutdown domain 'web'",
                "reboot web | Failed to reboot domain 'web'",
                "reset web | Failed to reset domain 'web'",
                "suspend web | Failed to suspend domain 'web'",
                "resume tmp | Failed to resume domain 'tmp'",
                "autostart Db | Failed to mark domain 'Db' as autostarted",
                "undefine Db | Failed to undefine domain 'Db'",
            })
    void refusalsAreExplained(String line, String told) {
        virsh.hypervisor.domains.refusal =
                Optional.of(
                        new LibvirtException(
                                ErrorDomain.TEST, ErrorCode.OPERATION_INVALID, "not now"));

        VirshFixture.Result result = virsh.line(line);

        assertThat(result)
                .isEqualTo(
                        new VirshFixture.Result(
                                1,
                                "\n",
                                "error: "
                                        + told
                                        + "\nerror: Requested operation is not valid: not now\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "domid web | 3",
                "domid Db | -",
                "domid 00000000-0000-0001-0000-000000000001 | 3",
                "domname 3 | web",
                "domname 00000000-0000-0002-0000-000000000002 | Db",
                "domuuid web | 00000000-0000-0001-0000-000000000001",
                "domuuid 12 | 00000000-0000-0004-0000-000000000004",
                "domstate tmp | paused",
                "domstate tmp --reason | paused (I/O error)",
                "domstate Db --reason | shut off (destroyed)",
                "domstate 3 --reason | running (booted)",
            })
    void domainsAreFoundAndDescribed(String line, String told) {
        assertThat(virsh.line(line)).isEqualTo(new VirshFixture.Result(0, told + "\n\n", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "domstate nope | failed to get domain 'nope'",
                "domname web | failed to get domain 'web'",
                "domid 3 | failed to get domain '3'",
                "start web | Domain is already active",
                "start Db --pass-fds 1,x | Unable to parse FD number 'x'",
                "shutdown web --mode now | Unknown mode now value, expecting 'acpi', 'agent',"
                        + " 'initctl', 'signal', or 'paravirt'",
                "reboot web --mode now | Unknown mode now value, expecting 'acpi', 'agent',"
                        + " 'initctl', 'signal' or 'paravirt'",
                "undefine Db --nvram --keep-nvram | Options --nvram and --keep-nvram are mutually"
                        + " exclusive",
                "undefine Db --wipe-storage | '--wipe-storage' requires '--storage <string>' or"
                        + " '--remove-all-storage'",
                "undefine web --remove-all-storage | Storage volume deletion is supported only on"
                        + " stopped domains",
                "console web | Cannot run interactive console without a controlling TTY",
                "console Db | The domain is not running",
            })
    void whatMakesNoSenseIsRefused(String line, String told) {
        assertThat(virsh.line(line))
                .isEqualTo(new VirshFixture.Result(1, "\n", "error: " + told + "\n"));
        assertThat(virsh.hypervisor.domains.done).isEmpty();
    }

    @Test
    void statesOfOlderDriversAreAskedInTheOlderWay() {
        virsh.hypervisor.domains.knowsReasons = false;

        assertThat(virsh.line("domstate web").out()).isEqualTo("running\n\n");
    }

    @Test
    void dominfoTellsWhatThereIsToTell() {
        assertThat(virsh.line("dominfo web").out())
                .isEqualTo(
                        """
                        Id:             3
                        Name:           web
                        UUID:           00000000-0000-0001-0000-000000000001
                        OS Type:        hvm
                        State:          running
                        CPU(s):         2
                        CPU time:       1.6s
                        Max memory:     2048 KiB
                        Used memory:    1024 KiB
                        Persistent:     yes
                        Autostart:      disable
                        Managed save:   no
                        Security model: fakeSecurity
                        Security DOI:  \s
                        Security label: label (enforcing)
                        Messages:       first
                                        second

                        """);
    }

    @Test
    void documentsAreReadFromFiles(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("new.xml"), "<domain/>\n");

        VirshFixture.Result result =
                virsh.run(
                        "",
                        folder,
                        "-c",
                        "fake:///one",
                        "define new.xml --validate; create new.xml --paused --autodestroy");

        assertThat(virsh.hypervisor.domains.done)
                .containsExactly("defineXml <domain/> 0x1", "createXml <domain/> 0x3");
        assertThat(result.out())
                .isEqualTo(
                        """
                        Domain 'Db' defined from new.xml

                        Domain 'web' created from new.xml

                        """);
    }

    @Test
    void filesThatCannotBeReadAreNamed(@TempDir Path folder) {
        assertThat(virsh.line("define " + folder.resolve("none.xml")).err())
                .isEqualTo(
                        "error: Failed to open file '%s': No such file or directory\n"
                                .formatted(folder.resolve("none.xml")));
        assertThat(virsh.line("create " + folder).err())
                .isEqualTo("error: Failed to read file '%s': Is a directory\n".formatted(folder));
    }

    @Test
    void documentsArePrintedAsTheyAre() {
        VirshFixture.Result result = virsh.line("dumpxml web --inactive --security-info");

        assertThat(virsh.hypervisor.domains.done).containsExactly("xml web 0x3");
        assertThat(result.out()).startsWith("<domain type='fake'>\n").endsWith("</domain>\n\n");
    }

    @Test
    void partsOfDocumentsAreFound() {
        assertThat(virsh.line("dumpxml web --xpath //os").out())
                .isEqualTo(
                        """
                        <os>
                          <type machine="pc" arch="i686">hvm</type>
                        </os>

                        """);
        assertThat(virsh.line("dumpxml web --xpath //@*").out())
                .isEqualTo(" type=\"fake\"\n machine=\"pc\"\n arch=\"i686\"\n\n");
        assertThat(virsh.line("dumpxml web --xpath //name/text() --wrap").out())
                .isEqualTo("<nodes>web</nodes>\n\n");
        assertThat(virsh.line("dumpxml web --xpath //nothing --wrap").out())
                .isEqualTo("<nodes/>\n\n");
    }

    @Test
    void expressionsThatFindNoPartsAreRefused() {
        assertThat(virsh.line("dumpxml web --xpath count(//os)").err())
                .isEqualTo("error: internal error: Incorrect xpath 'count(//os)'\n");
    }
}
