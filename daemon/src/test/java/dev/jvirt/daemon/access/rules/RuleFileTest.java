package dev.jvirt.daemon.access.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.daemon.access.AccessObject;
import dev.jvirt.daemon.access.DomainPermission;
import dev.jvirt.daemon.access.NetworkPermission;
import dev.jvirt.daemon.access.ObjectType;
import dev.jvirt.daemon.access.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {
    private static final Caller ALICE =
            new Caller(
                    Set.of("alice", "1000"),
                    Set.of("ops", "100"),
                    Optional.empty(),
                    Optional.empty());
    private static final Caller BOB =
            new Caller(Set.of("bob", "1001"), Set.of("users"), Optional.empty(), Optional.empty());

    private static AccessObject domain(String name) {
        return AccessObject.described(ObjectType.DOMAIN, Map.of("domain_name", name));
    }

    private static Decision decide(String text, Caller caller, String domain, Permission wanted) {
        return RuleFile.parse("r", text).decide(caller, domain(domain), wanted);
    }

    @Test
    void theFirstRuleThatFitsDecides() {
        String rules =
                """
                # comments, and blank lines

                deny  user:alice domain.start domain_name=db-*
                allow group:ops  domain.start,domain.stop
                deny  anyone     *
                """;

        Decision web = decide(rules, ALICE, "web-1", DomainPermission.START);
        Decision database = decide(rules, ALICE, "db-1", DomainPermission.START);
        Decision bob = decide(rules, BOB, "web-1", DomainPermission.START);

        assertThat(web.allows()).isTrue();
        assertThat(web.reason()).isEqualTo("r:4: allow group:ops  domain.start,domain.stop");
        assertThat(database.allows()).isFalse();
        assertThat(database.reason()).startsWith("r:3: deny");
        assertThat(bob.reason()).startsWith("r:5: deny");
    }

    @Test
    void whatNoRuleAllowsIsForbidden() {
        Decision decision =
                decide("allow user:alice domain.start", BOB, "web", DomainPermission.START);

        assertThat(decision.allows()).isFalse();
        assertThat(decision.rule()).isEmpty();
        assertThat(decide("", ALICE, "web", DomainPermission.START).allows()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allow anyone *                                            | true",
                "allow anyone domain.*                                     | true",
                "allow anyone *.start                                      | true",
                "allow anyone org.libvirt.api.domain.start                 | true",
                "allow anyone network.*                                    | false",
                "allow user:1000 domain.start                              | true",
                "allow group:100 domain.start                              | true",
                "allow group:users domain.start                            | false",
                "allow user:bob,user:alice domain.start                    | true",
                "allow sasl:* domain.start                                 | false",
                "allow x509:* domain.start                                 | false",
                "allow anyone domain.start domain_name=web                 | true",
                "allow anyone domain.start domain_name=we?                 | true",
                "allow anyone domain.start domain_name=db,web              | true",
                "allow anyone domain.start domain_name!=web                | false",
                "allow anyone domain.start domain_name!=db                 | true",
                "allow anyone domain.start domain_name=web domain_uuid=*   | false",
                "allow anyone domain.start domain_uuid!=1                  | false",
                "allow anyone domain.start connect_driver=QEMU             | true",
                "allow anyone domain.start connect_driver=Xen              | false",
            })
    void ruleFits(String rule, boolean allows) {
        assertThat(decide(rule, ALICE, "web", DomainPermission.START).allows()).isEqualTo(allows);
    }

    @Test
    void quotesKeepBlanksAndCommasTogether() {
        var boss = Caller.remote(Optional.empty(), Optional.of("C=DE,O=\"Big\" Corp,CN=The Boss"));
        String rules =
                """
                allow x509:"C=DE,O=\\"Big\\" Corp,*" domain.start domain_name="a b","c,d"
                """;

        assertThat(decide(rules, boss, "c,d", DomainPermission.START).allows()).isTrue();
        assertThat(decide(rules, boss, "a b", DomainPermission.START).allows()).isTrue();
        assertThat(decide(rules, boss, "c", DomainPermission.START).allows()).isFalse();
        assertThat(decide(rules, ALICE, "a b", DomainPermission.START).allows()).isFalse();
    }

    @Test
    void loginsAreKnownByTheirNames() {
        var joe = Caller.remote(Optional.of("joe@EXAMPLE"), Optional.empty());
        String rules = "allow sasl:*@EXAMPLE network.getattr network_name=default";
        var network = AccessObject.described(ObjectType.NETWORK, Map.of("network_name", "default"));

        assertThat(
                        RuleFile.parse("r", rules)
                                .decide(joe, network, NetworkPermission.GETATTR)
                                .allows())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "permit anyone *                      | expected allow or deny in place of 'permit'",
                "allow                                | expected for whom the rule is after 'allow'",
                "allow anyone                         | expected actions after 'anyone'",
                "allow bob *                          | 'bob' names nobody",
                "allow user: *                        | 'user:' names nobody",
                "allow host:a *                       | unknown kind 'host' in 'host:a'",
                "allow anyone domain.strat            | unknown action 'domain.strat'",
                "allow anyone domain                  | unknown action 'domain'",
                "allow anyone *.strat                 | unknown action '*.strat'",
                "allow anyone domain.start,           | 'domain.start,' has an empty part",
                "allow anyone domain.start web        | expected ATTRIBUTE=PATTERN in place of 'web'",
                "allow anyone domain.start =web       | expected ATTRIBUTE=PATTERN in place of '=web'",
                "allow anyone domain.start name=web   | unknown attribute 'name'",
                "allow anyone * domain_name=web       | has no attribute 'domain_name'",
                "allow anyone domain.start pool_name=x | 'domain.start' has no attribute 'pool_name'",
                "allow anyone domain.start domain_name= | 'domain_name=' has no pattern",
                "allow user:\"a domain.start          | the quotes at column 12 are never closed",
            })
    void whatIsWrongIsNamed(String rule, String message) {
        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> RuleFile.parse("/etc/x.rules", "allow anyone *\n" + rule + "\n"));

        assertThat(error.code()).isEqualTo(ErrorCode.CONF_SYNTAX);
        assertThat(error).hasMessageContaining("/etc/x.rules:2: ").hasMessageContaining(message);
    }

    @Test
    void aFileThatEverybodyMayWriteIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rules"), "allow anyone *\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        var error = catchThrowableOfType(LibvirtException.class, () -> RuleFile.load(file));

        assertThat(error).hasMessageContaining(file + "': everybody may write it");
    }

    @Test
    void everyActionHasOneName() {
        for (ObjectType type : ObjectType.values()) {
            for (Permission permission : type.permissions()) {
                assertThat(Action.permissions(permission.action())).containsExactly(permission);
                assertThat(Action.permissions(Action.name(permission))).containsExactly(permission);
            }
        }
    }
}
