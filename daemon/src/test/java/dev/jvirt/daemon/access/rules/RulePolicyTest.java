package dev.jvirt.daemon.access.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.daemon.access.AccessObject;
import dev.jvirt.daemon.access.ClientIdentity;
import dev.jvirt.daemon.access.DomainPermission;
import dev.jvirt.daemon.access.ObjectType;
import dev.jvirt.rpc.PeerCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulePolicyTest {
    private static final ClientIdentity ROOT =
            ClientIdentity.of(new PeerCredentials((int) ProcessHandle.current().pid(), 0, 0));
    private static final AccessObject WEB =
            AccessObject.described(ObjectType.DOMAIN, Map.of("domain_name", "web"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aBrokenFileLeavesTheOldRulesInForce() throws IOException {
        Path file = Files.writeString(folder.resolve("rules"), "allow user:root domain.start\n");
        var policy = RulePolicy.load(file);
        Files.writeString(file, "allow user:root domain.sttop\n");

        assertThatThrownBy(policy::reload)
                .isInstanceOf(LibvirtException.class)
                .hasMessageContaining(file + ":1: unknown action 'domain.sttop'");

        assertThat(policy.allows(ROOT, WEB, DomainPermission.START)).isTrue();
        assertThat(policy.allows(ROOT, WEB, DomainPermission.STOP)).isFalse();
    }

    @Test
    void aBetterFileTakesItsPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("rules"), "");
        var policy = RulePolicy.load(file);
        assertThat(policy.allows(ROOT, WEB, DomainPermission.STOP)).isFalse();

        Files.writeString(file, "allow group:root domain.stop\n");
        policy.reload();

        assertThat(policy.allows(ROOT, WEB, DomainPermission.STOP)).isTrue();
    }

    @Test
    void whatIsKnownOfClientsGetsOld() throws IOException {
        var now = new long[] {0};
        var cache = new CallerCache(() -> now[0]);
        Caller first = cache.of(ROOT);

        assertThat(cache.of(ROOT)).isSameAs(first);
        now[0] = 6_000_000_000L;
        assertThat(cache.of(ROOT)).isNotSameAs(first).isEqualTo(first);
        assertThat(first.users()).contains("root", "0");
        assertThat(first.groups()).contains("root", "0");
    }
}
