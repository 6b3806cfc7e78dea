package dev.jvirt.daemon.access.polkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.daemon.access.AccessObject;
import dev.jvirt.daemon.access.ClientIdentity;
import dev.jvirt.daemon.access.DomainPermission;
import dev.jvirt.daemon.access.ObjectType;
import dev.jvirt.daemon.access.StoragePoolPermission;
import dev.jvirt.rpc.PeerCredentials;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolkitTest {
    private static final int PID = (int) ProcessHandle.current().pid();
    private static final ClientIdentity CLIENT = ClientIdentity.of(new PeerCredentials(PID, 12, 0));

    private final List<String> asked = new ArrayList<>();
    private final PolkitAuthority authority =
            (subject, action, details, interactive) -> {
                asked.add(action + " " + subject.user() + " " + interactive);
                if (details.containsValue("secret")) {
                    throw new LibvirtException(ErrorCode.AUTH_FAILED, "access denied by policy");
                }
            };

    private static AccessObject domain(String name) {
        return AccessObject.described(ObjectType.DOMAIN, Map.of("domain_name", name));
    }

    @Test
    void eachPermissionIsAnActionAndTheObjectItsDetails() {
        var policy = new PolkitPolicy(authority);

        assertThat(policy.allows(CLIENT, domain("web"), DomainPermission.SEND_INPUT)).isTrue();
        assertThat(policy.allows(CLIENT, domain("secret"), DomainPermission.START)).isFalse();
        assertThat(
                        policy.allows(
                                CLIENT,
                                AccessObject.described(ObjectType.STORAGE_POOL, Map.of()),
                                StoragePoolPermission.SEARCH_STORAGE_VOLS))
                .isTrue();

        assertThat(asked)
                .containsExactly(
                        "org.libvirt.api.domain.send-input 12 false",
                        "org.libvirt.api.domain.start 12 false",
                        "org.libvirt.api.storage-pool.search-storage-vols 12 false");
    }

    @Test
    void whoIsNoProcessIsDeniedUnasked() {
        var nobody = ClientIdentity.told(TypedParameters.builder().build());

        assertThat(
                        new PolkitPolicy(authority)
                                .allows(nobody, domain("web"), DomainPermission.START))
                .isFalse();
        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> new PolkitLogin(authority).require(nobody, false));
        assertThat(error.code()).isEqualTo(ErrorCode.AUTH_FAILED);
        assertThat(asked).isEmpty();
    }

    @Test
    void clientsLogInForReadingOrForEverything() {
        var login = new PolkitLogin(authority);

        login.require(CLIENT, true);
        login.require(CLIENT, false);

        assertThat(asked)
                .containsExactly(
                        "org.libvirt.unix.monitor 12 true", "org.libvirt.unix.manage 12 true");
    }

    @Test
    void withoutABusNobodyComesIn(@TempDir Path folder) {
        var environment = Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + folder.resolve("no"));
        try (var polkit = new SystemPolkit(environment, 0)) {
            var error =
                    catchThrowableOfType(
                            LibvirtException.class,
                            () -> new PolkitLogin(polkit).require(CLIENT, false));

            assertThat(error.domain()).isEqualTo(ErrorDomain.DBUS);
            assertThat(error).hasMessageContaining("Unable to get system bus connection");
        }
    }
}
