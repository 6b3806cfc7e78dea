package dev.jvirt.daemon.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainFilesystem;
import dev.jvirt.api.domain.DomainGuestInfoType;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainInterface;
import dev.jvirt.api.domain.DomainInterfaceAddressesSource;
import dev.jvirt.api.domain.DomainSnapshotId;
import dev.jvirt.api.domain.DomainSnapshotListFlag;
import dev.jvirt.api.domain.MigrationCookie;
import dev.jvirt.api.domain.MigrationOutcome;
import dev.jvirt.api.driver.DomainGuestDriver;
import dev.jvirt.api.driver.DomainSnapshotDriver;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.driver.MigrationDriver;
import dev.jvirt.bridge.Identities;
import dev.jvirt.daemon.FakeCall;
import dev.jvirt.daemon.FakeConnection;
import dev.jvirt.daemon.FakeDriver;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainAuthorizedSshKeysGet;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainGetFsinfo;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainGetGuestInfo;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainInterfaceAddresses;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainPmSuspendForDuration;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainSendProcessSignal;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainSetUserPassword;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainListAllSnapshots;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotListChildrenNames;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotListNames;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotNum;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotNumChildren;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateFinish2;
import dev.jvirt.protocol.domain.RemoteDomainSnapshot;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Opaque;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Odd wire forms, limits and bad input of calls about guests, snapshots and migrations.
class DomainGroupProgramsTest {
    private static final RemoteDomain WEB = Identities.remote(FakeDriver.WEB);
    private static final RemoteDomainSnapshot ROOT = new RemoteDomainSnapshot("root", WEB);

    private final FakeDriver driver = new FakeDriver();
    private final FakeConnection client = new FakeConnection(false);
    private final RemoteSession session =
            new RemoteSession(client, new DriverTable(List.of(driver)));
    private final DomainGuestProgram guests = new DomainGuestProgram(session);
    private final DomainSnapshotProgram snapshots = new DomainSnapshotProgram(session);
    private final MigrationProgram migrations = new MigrationProgram(session, new FakeCall(client));

    @BeforeEach
    void open() {
        session.open(Optional.of("fake:///"), 0);
    }

    private static LibvirtException refused(ThrowingCallable call) {
        return catchThrowableOfType(LibvirtException.class, call);
    }

    /// A guest that tells `size` things of each kind.
    private static DomainGuestDriver talkative(int size) {
        return new DomainGuestDriver() {
            @Override
            public List<DomainFilesystem> filesystems(DomainId domain, int flags) {
                var few = new DomainFilesystem("/", "sda1", "ext4", List.of("vda"));
                return Collections.nCopies(size, few);
            }

            @Override
            public List<DomainInterface> interfaceAddresses(
                    DomainId domain, DomainInterfaceAddressesSource source, int flags) {
                var lo = new DomainInterface("lo", Optional.empty(), List.of());
                return Collections.nCopies(size, lo);
            }

            @Override
            public TypedParameters info(
                    DomainId domain, Flags<DomainGuestInfoType> types, int flags) {
                var info = TypedParameters.builder();
                for (int i = 0; i < size; i++) {
                    info.put("user." + i, TypedValue.ofInt(i));
                }
                return info.build();
            }

            @Override
            public List<String> authorizedSshKeys(DomainId domain, String user, int flags) {
                return Collections.nCopies(size, "ssh-rsa x");
            }
        };
    }

    @Test
    void guestsThatTellTooMuchAreCutShort() {
        driver.guests = talkative(2049);

        assertThat(refused(() -> guests.domainGetFsinfo(new DomainGetFsinfo(WEB, 0))))
                .hasMessage("Too many mountpoints in fsinfo: 2049 for limit 256");
        assertThat(
                        refused(
                                () ->
                                        guests.domainInterfaceAddresses(
                                                new DomainInterfaceAddresses(WEB, 0, 0))))
                .hasMessage(
                        "internal error: Number of interfaces, 2049 exceeds the max limit: 2048");
        assertThat(refused(() -> guests.domainGetGuestInfo(new DomainGetGuestInfo(WEB, 0, 0))))
                .hasMessage("too many parameters '2049' for limit '2048'");
        assertThat(
                        refused(
                                () ->
                                        guests.domainAuthorizedSshKeysGet(
                                                new DomainAuthorizedSshKeysGet(WEB, "u", 0))))
                .hasMessage("internal error: Number of keys 2049, which exceeds max liit: 2048");
    }

    @Test
    void fileSystemsAreCounted() {
        driver.guests = talkative(3);

        var reply = guests.domainGetFsinfo(new DomainGetFsinfo(WEB, 0));

        assertThat(reply.info()).hasSize(3);
        assertThat(reply.ret()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"false, true, user", "true, false, password"})
    void aPasswordNeedsAUser(boolean user, boolean password, String missing) {
        Optional<String> given = Optional.of("x");
        var call =
                new DomainSetUserPassword(
                        WEB, given.filter(_ -> user), given.filter(_ -> password), 0);

        var error = refused(() -> guests.domainSetUserPassword(call));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(error)
                .hasMessage("%s in virDomainSetUserPassword must not be NULL".formatted(missing));
    }

    @Test
    void numbersWithoutMeaningAreRefused() {
        assertThat(
                        refused(
                                () ->
                                        guests.domainInterfaceAddresses(
                                                new DomainInterfaceAddresses(WEB, 77, 0))))
                .hasMessage("argument unsupported: Unknown IP address data source 77");
        assertThat(
                        refused(
                                () ->
                                        guests.domainSendProcessSignal(
                                                new DomainSendProcessSignal(WEB, 1, 65, 0))))
                .hasMessage("invalid argument: signum value 65 is out of range");
        assertThat(
                        refused(
                                () ->
                                        guests.domainPmSuspendForDuration(
                                                new DomainPmSuspendForDuration(WEB, 3, 0, 0))))
                .hasMessage("invalid argument: Unknown suspend target: 3");
    }

    /// Snapshots `root`, and below it `a` and `b`.
    private void withSnapshots() {
        driver.snapshots =
                new DomainSnapshotDriver() {
                    @Override
                    public List<DomainSnapshotId> list(
                            DomainId domain, Flags<DomainSnapshotListFlag> flags) {
                        return List.of(id("root"), id("a"), id("b"));
                    }

                    @Override
                    public List<DomainSnapshotId> listChildren(
                            DomainSnapshotId snapshot, Flags<DomainSnapshotListFlag> flags) {
                        return List.of(id("a"), id("b"));
                    }
                };
    }

    private static DomainSnapshotId id(String name) {
        return new DomainSnapshotId(name, FakeDriver.WEB);
    }

    @Test
    void oldCallsCountSnapshotsAndNameThem() {
        withSnapshots();

        assertThat(snapshots.domainSnapshotNum(new DomainSnapshotNum(WEB, 0)).num()).isEqualTo(3);
        assertThat(
                        snapshots
                                .domainSnapshotListNames(new DomainSnapshotListNames(WEB, 2, 0))
                                .names())
                .containsExactly("root", "a");
        assertThat(
                        snapshots
                                .domainSnapshotNumChildren(new DomainSnapshotNumChildren(ROOT, 0))
                                .num())
                .isEqualTo(2);
        assertThat(
                        snapshots
                                .domainSnapshotListChildrenNames(
                                        new DomainSnapshotListChildrenNames(ROOT, 9, 0))
                                .names())
                .containsExactly("a", "b");
    }

    @Test
    void oldCallsGoByTheirOwnNames() {
        assertThat(refused(() -> snapshots.domainSnapshotNum(new DomainSnapshotNum(WEB, 0))))
                .hasMessageEndingWith("connection driver: virDomainSnapshotNum");
        assertThat(
                        refused(
                                () ->
                                        snapshots.domainSnapshotListChildrenNames(
                                                new DomainSnapshotListChildrenNames(ROOT, 9, 0))))
                .hasMessageEndingWith("connection driver: virDomainSnapshotListChildrenNames");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, maxnames must be non-negative",
        "16385, maxnames > REMOTE_DOMAIN_SNAPSHOT_LIST_MAX",
    })
    void callersArraysAreLimited(int max, String message) {
        withSnapshots();

        assertThat(
                        refused(
                                () ->
                                        snapshots.domainSnapshotListNames(
                                                new DomainSnapshotListNames(WEB, max, 0))))
                .hasMessage(message);
        assertThat(
                        refused(
                                () ->
                                        snapshots.domainSnapshotListChildrenNames(
                                                new DomainSnapshotListChildrenNames(ROOT, max, 0))))
                .hasMessage(message);
    }

    @Test
    void withoutNeedForResultsOnlyTheirNumberIsTold() {
        withSnapshots();

        var counted = snapshots.domainListAllSnapshots(new DomainListAllSnapshots(WEB, 0, 0));
        var listed = snapshots.domainListAllSnapshots(new DomainListAllSnapshots(WEB, 1, 0));

        assertThat(counted.snapshots()).isEmpty();
        assertThat(counted.count()).isEqualTo(3);
        assertThat(listed.snapshots()).hasSize(3).contains(ROOT);
    }

    @Test
    void oldStepsOfMigrationsKeepTheirHighFlagsAndTheirStatus() {
        driver.migration =
                new MigrationDriver() {
                    @Override
                    public DomainId finish2(
                            String name,
                            MigrationCookie cookie,
                            String uri,
                            MigrationOutcome outcome) {
                        assertThat(outcome).isEqualTo(new MigrationOutcome(1L << 40, -7));
                        assertThat(cookie.bytes()).isEqualTo("here".getBytes(UTF_8));
                        return FakeDriver.WEB;
                    }
                };

        var reply =
                migrations.domainMigrateFinish2(
                        new DomainMigrateFinish2(
                                "web", new Opaque("here".getBytes(UTF_8)), "tcp:x", 1L << 40, -7));

        assertThat(reply.ddom()).isEqualTo(WEB);
    }
}
