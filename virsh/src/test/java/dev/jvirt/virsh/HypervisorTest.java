package dev.jvirt.virsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.CloseReason;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HypervisorTest {
    private final VirshFixture virsh = new VirshFixture();

    @Test
    void aNamedConnectionIsOpenedAtOnce() {
        virsh.line("echo a");

        assertThat(virsh.hypervisor.opened).containsExactly("fake:///one");
    }

    @Test
    void theDefaultConnectionIsOpenedWhenItIsNeeded() {
        virsh.run("echo", "a");
        assertThat(virsh.hypervisor.opened).isEmpty();

        virsh.run("list; list");
        assertThat(virsh.hypervisor.opened).containsExactly("fake:///default");
    }

    @Test
    void theLibrarysDefaultIsTakenWhereNothingElseIsNamed() {
        virsh.variable("LIBVIRT_DEFAULT_URI", "fake:///library");

        virsh.run("list");
        virsh.run("-c", "", "list");

        assertThat(virsh.hypervisor.opened).containsExactly("fake:///default", "fake:///library");
    }

    @Test
    void aConnectionThatCannotBeOpenedEndsTheProgram() {
        assertThat(virsh.run("-c", "fake:///closed", "list"))
                .isEqualTo(
                        new VirshFixture.Result(
                                1,
                                "",
                                """
                                error: failed to connect to the hypervisor
                                error: nobody at home
                                """));
    }

    @Test
    void aWrongPasswordForPolkitMayBeGivenFiveTimes() {
        virsh.hypervisor.closedFor =
                Optional.of(
                        new LibvirtException(
                                ErrorDomain.POLKIT,
                                ErrorCode.AUTH_FAILED,
                                "access denied by policy"));

        VirshFixture.Result result = virsh.line("list");

        assertThat(virsh.hypervisor.opened).hasSize(5);
        assertThat(result.err())
                .isEqualTo(
                        """
                        error: failed to connect to the hypervisor
                        error: authentication failed: access denied by policy
                        """);
    }

    @Test
    void withoutATerminalNobodyIsAskedForAPassword() {
        virsh.hypervisor.closedFor =
                Optional.of(
                        new LibvirtException(
                                ErrorDomain.POLKIT,
                                ErrorCode.AUTH_UNAVAILABLE,
                                "no polkit agent available to authenticate action 'a'"));

        VirshFixture.Result result = virsh.line("list");

        assertThat(virsh.hypervisor.opened).hasSize(1);
        assertThat(result.err())
                .endsWith(
                        "error: authentication unavailable: no polkit agent available to"
                                + " authenticate action 'a'\n");
    }

    @Test
    void whoOnlyWantsToLookIsNotAskedAgain() {
        virsh.hypervisor.closedFor =
                Optional.of(
                        new LibvirtException(
                                ErrorDomain.POLKIT,
                                ErrorCode.AUTH_FAILED,
                                "access denied by policy"));

        virsh.run("-r", "-c", "fake:///one", "list");

        assertThat(virsh.hypervisor.opened).hasSize(1);
    }

    @Test
    void connectChangesTheConnection() {
        virsh.line("connect fake:///two --readonly; list; connect; list");

        assertThat(virsh.hypervisor.opened)
                .containsExactly("fake:///one", "fake:///two (ro)", "fake:///two (ro)");
    }

    @Test
    void nothingCanBeChangedThroughAReadOnlyConnection() {
        VirshFixture.Result result = virsh.run("-r", "-c", "fake:///one", "suspend web");

        assertThat(result.err())
                .isEqualTo(
                        "error: Failed to suspend domain 'web'\n"
                                + "error: operation forbidden: read only access prevents"
                                + " virDomainSuspend\n");
    }

    @Test
    void aBrokenConnectionIsOpenedAgain() {
        virsh.hypervisor.domains.refusal =
                Optional.of(new LibvirtException(ErrorDomain.RPC, ErrorCode.RPC, "gone"));

        VirshFixture.Result result = virsh.line("suspend web; list --name");

        assertThat(virsh.hypervisor.opened).containsExactly("fake:///one", "fake:///one");
        assertThat(result.err()).endsWith("error: Reconnected to the hypervisor\n");
        assertThat(result.status()).isZero();
    }

    @Test
    void aDeadConnectionIsOfNoUse() {
        virsh.hypervisor.domains.refusal = Optional.empty();
        var first = virsh.line("echo a");
        assertThat(first.status()).isZero();

        virsh.hypervisor.closeHandlers.forEach(handler -> handler.accept(CloseReason.EOF));
        assertThat(virsh.hypervisor.closeHandlers).isEmpty();
    }

    @Test
    void keepaliveThatWasAskedForMustWork() {
        assertThat(virsh.run("-k", "3", "-c", "fake:///one", "list").err())
                .isEqualTo(
                        "error: Cannot setup keepalive on connection as requested,"
                                + " disconnecting\n"
                                + "error: failed to connect to the hypervisor\n"
                                + "error: this function is not supported by the connection driver:"
                                + " virConnectSetKeepAlive\n");
        assertThat(virsh.run("-k", "0", "-c", "fake:///one", "list").status()).isZero();
    }

    @Test
    void thePromptShowsWhetherChangesArePossible(@TempDir Path home) {
        assertThat(virsh.run("", home, "-q", "-c", "fake:///one").out()).isEqualTo("virsh # \n");
        assertThat(virsh.run("", home, "-q", "-r", "-c", "fake:///one").out())
                .isEqualTo("virsh > \n");
    }

    @Test
    void whatIsDoneCanBeShown() {
        assertThat(virsh.run("-d0", "-k0", "-c", "fake:///one", "domstate", "web").out())
                .isEqualTo(
                        """
                        domstate: domain(optdata): web
                        domstate: found option <domain>: web
                        domstate: <domain> trying as domain NAME
                        running

                        """);
    }

    @Test
    void theVariableSaysWhatIsShownUnlessTheOptionSaysMore() {
        virsh.variable("VIRSH_DEBUG", "0");
        assertThat(virsh.run("-d3", "-k0", "domid", "web").out()).isEqualTo("3\n\n");
        // The command is understood before the variable is looked at again.
        assertThat(virsh.run("-d4", "-k0", "domid", "web").out())
                .isEqualTo(
                        """
                        domid: found option <domain>: web
                        domid: <domain> trying as domain NAME
                        3

                        """);

        virsh.variable("VIRSH_DEBUG", "");
        String complaint = "error: VIRSH_DEBUG not set with a valid numeric value\n";
        assertThat(virsh.run("domid", "web").err()).isEqualTo(complaint + complaint);
    }

    @Test
    void completionKnowsDomains() {
        assertThat(virsh.line("complete domstate t").out()).isEqualTo("tmp\n\n");
        assertThat(virsh.line("complete domname ''").out()).startsWith("--domain\n");
        assertThat(virsh.line("complete -- shutdown --mode a").out()).isEqualTo("acpi\nagent\n\n");
    }

    @Test
    void commandsAreConsistent() {
        assertThat(virsh.line("self-test")).isEqualTo(new VirshFixture.Result(0, "\n", ""));
    }
}
