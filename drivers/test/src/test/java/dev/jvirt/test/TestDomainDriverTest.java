package dev.jvirt.test;

import static dev.jvirt.test.Worlds.document;
import static dev.jvirt.test.Worlds.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainCreateFlag;
import dev.jvirt.api.domain.DomainDefineFlag;
import dev.jvirt.api.domain.DomainDestroyFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainShutdownFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainUndefineFlag;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.domain.SecurityLabel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a connection sees and is refused; [TestLifeCycleTest] is about what happens.
class TestDomainDriverTest {
    private static final UUID TEST_UUID = UUID.fromString("6695eb01-f6a4-8304-79aa-97f2502e193f");

    private final Worlds worlds = new Worlds();
    private final Connection connection = worlds.open(Worlds.DEFAULT);
    private final Domain test = connection.lookupDomainByName("test");

    @AfterEach
    void closeConnections() {
        worlds.close();
    }

    private Domain define(String name, int number) {
        return connection.defineDomainXml(document(name, number), Flags.none());
    }

    @Test
    void theDefaultWorldHasOneDomain() {
        assertThat(connection.domains(Flags.none())).containsExactly(test);
        assertThat(test.uuid()).isEqualTo(TEST_UUID);
        assertThat(test.id()).contains(1);
        assertThat(test.isPersistent()).isTrue();
        assertThat(test.autostart()).isFalse();
        assertThat(test.osType()).isEqualTo("linux");
        assertThat(test.maxMemory()).isEqualTo(8_388_608);
        assertThat(test.maxVcpus()).isEqualTo(2);
        assertThat(test.messages(3)).isEmpty();
        assertThat(test.securityLabels()).containsExactly(new SecurityLabel("libvirt-test", true));
        assertThat(test.xml(Flags.none()))
                .isEqualTo(
                        """
                        <domain type='test' id='1'>
                          <name>test</name>
                          <uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>
                          <memory unit='KiB'>8388608</memory>
                          <currentMemory unit='KiB'>2097152</currentMemory>
                          <vcpu placement='static'>2</vcpu>
                          <os>
                            <type arch='i686'>hvm</type>
                            <boot dev='hd'/>
                          </os>
                          <clock offset='utc'/>
                          <on_poweroff>destroy</on_poweroff>
                          <on_reboot>restart</on_reboot>
                          <on_crash>destroy</on_crash>
                          <devices>
                            <disk type='file' device='disk'>
                              <source file='/guest/diskimage1'/>
                              <target dev='vda' bus='virtio'/>
                              <address type='pci' domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
                            </disk>
                            <interface type='network'>
                              <mac address='aa:bb:cc:dd:ee:ff'/>
                              <source network='default'/>
                              <target dev='testnet0'/>
                              <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x0'/>
                            </interface>
                            <memballoon model='virtio'>
                              <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x0'/>
                            </memballoon>
                          </devices>
                        </domain>
                        """);
    }

    @Test
    void guestsHaveUsedTheTimeSince1970() {
        var info = test.info();

        assertThat(info.state()).isEqualTo(DomainState.RUNNING);
        assertThat(info.maxMemory()).isEqualTo(8_388_608);
        assertThat(info.memory()).isEqualTo(2_097_152);
        assertThat(info.vcpus()).isEqualTo(2);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(info.cpuTime()))
                .isCloseTo(System.currentTimeMillis() / 1000, within(30L));
    }

    @Test
    void domainsAreFoundByIdUuidAndName() {
        assertThat(connection.lookupDomainById(1)).isEqualTo(test);
        assertThat(connection.lookupDomainByUuid(TEST_UUID)).isEqualTo(test);
    }

    @Test
    void whoeverLooksInVainIsToldNoMore() {
        for (LibvirtException error :
                List.of(
                        refusal(() -> connection.lookupDomainById(99)),
                        refusal(() -> connection.lookupDomainByUuid(new UUID(0, 1))),
                        refusal(() -> connection.lookupDomainByName("web")))) {
            assertThat(error.code()).isEqualTo(ErrorCode.NO_DOMAIN);
            assertThat(error.domain()).isEqualTo(ErrorDomain.TEST);
            assertThat(error).hasMessage("Domain not found");
            assertThat(error.str2()).isEmpty();
        }
    }

    @Test
    void aDomainThatIsGoneIsNamed() {
        Domain web = define("web", 1);
        web.undefine(Flags.none());

        assertThat(refusal(web::info))
                .hasMessage(
                        "Domain not found: no domain with matching uuid"
                                + " '00000000-0000-0000-0000-000000000001' (web)");
        for (Runnable call :
                List.<Runnable>of(
                        () -> web.xml(Flags.none()),
                        () -> web.state(0),
                        web::autostart,
                        web::isActive,
                        web::isPersistent,
                        () -> web.hasManagedSave(0),
                        () -> web.messages(0),
                        () -> web.setAutostart(true),
                        web::suspend,
                        () -> web.create(Flags.none()),
                        () -> web.undefine(Flags.none()))) {
            assertThat(refusal(call).code()).isEqualTo(ErrorCode.NO_DOMAIN);
        }
    }

    @Test
    void definitionsAreCompletedAndNamed() {
        Domain web =
                connection.defineDomainXml(
                        document(
                                "web",
                                1,
                                """
                                <devices>
                                  <interface type='user'/>
                                  <interface type='user'><target dev='testnet1'/></interface>
                                  <interface type='network'><source network='default'/></interface>
                                  <video/>
                                </devices>
                                """),
                        Flags.none());

        assertThat(web.xml(Flags.none()))
                .contains("<type arch='i686'>hvm</type>")
                .contains("<target dev='testnet0'/>", "<target dev='testnet2'/>")
                .contains("<model type='cirrus' vram='16384' heads='1' primary='yes'/>");
    }

    @Test
    void passwordsAreShownToThoseWhoAskForThem() {
        String graphics = "<devices><graphics type='vnc' passwd='secret'/></devices>";
        Domain web = connection.defineDomainXml(document("web", 1, graphics), Flags.none());

        assertThat(web.xml(Flags.none())).doesNotContain("secret");
        assertThat(web.xml(Flags.of(DomainXmlFlag.SECURE))).contains("passwd='secret'");
    }

    @Test
    void aRunningDomainShowsWhatItsNextStartTakes() {
        Domain web = define("web", 1);
        web.create(Flags.none());

        connection.defineDomainXml(document("web", 1).replace("1024", "4096"), Flags.none());

        assertThat(web.xml(Flags.none())).contains(" id='2'>", ">1024</memory>");
        assertThat(web.xml(Flags.of(DomainXmlFlag.INACTIVE)))
                .startsWith("<domain type='test'>\n")
                .contains(">4096</memory>");
        assertThat(web.isUpdated()).isFalse();
    }

    @Test
    void listsAreFiltered() {
        define("off", 1);
        define("auto", 2).setAutostart(true);
        connection.createDomainXml(document("transient", 3), Flags.none());
        Domain paused = define("paused", 4);
        paused.create(Flags.none());
        paused.suspend();

        Map<String, String> expected = new TreeMap<>();
        expected.put("ACTIVE", "[paused, test, transient]");
        expected.put("INACTIVE", "[auto, off]");
        expected.put("PERSISTENT", "[auto, off, paused, test]");
        expected.put("TRANSIENT", "[transient]");
        expected.put("RUNNING", "[test, transient]");
        expected.put("PAUSED", "[paused]");
        expected.put("SHUTOFF", "[auto, off]");
        expected.put("OTHER", "[]");
        expected.put("MANAGEDSAVE", "[]");
        expected.put("NO_MANAGEDSAVE", "[auto, off, paused, test, transient]");
        expected.put("AUTOSTART", "[auto]");
        expected.put("NO_AUTOSTART", "[off, paused, test, transient]");
        expected.put("HAS_SNAPSHOT", "[]");
        expected.put("NO_SNAPSHOT", "[auto, off, paused, test, transient]");
        expected.put("HAS_CHECKPOINT", "[]");
        expected.put("NO_CHECKPOINT", "[auto, off, paused, test, transient]");
        Map<String, String> listed = new TreeMap<>();
        for (DomainListFlag flag : DomainListFlag.values()) {
            listed.put(flag.name(), names(Flags.of(flag)));
        }
        assertThat(listed).isEqualTo(expected);
    }

    private String names(Flags<DomainListFlag> flags) {
        return connection.domains(flags).stream().map(Domain::name).sorted().toList().toString();
    }

    @Test
    void unknownFlagsAreRefusedByName() {
        Map<String, Runnable> calls = new TreeMap<>();
        calls.put(
                "unsupported flags (0x80000000) in function testConnectListAllDomains",
                () -> connection.domains(new Flags<>(1 << 31)));
        calls.put(
                "unsupported flags (0x1) in function testDomainCreateXML",
                () ->
                        connection.createDomainXml(
                                document("web", 1), Flags.of(DomainCreateFlag.START_PAUSED)));
        calls.put(
                "unsupported flags (0x2) in function testDomainCreateWithFlags",
                () -> test.create(Flags.of(DomainCreateFlag.START_AUTODESTROY)));
        calls.put(
                "unsupported flags (0x2) in function testDomainDefineXMLFlags",
                () -> connection.defineDomainXml(document("web", 1), new Flags<>(2)));
        calls.put(
                "unsupported flags (0x4) in function testDomainUndefineFlags",
                () -> test.undefine(Flags.of(DomainUndefineFlag.NVRAM)));
        calls.put(
                "unsupported flags (0x1) in function testDomainShutdownFlags",
                () -> test.shutdown(Flags.of(DomainShutdownFlag.ACPI_POWER_BTN)));
        calls.put(
                "unsupported flags (0x2) in function testDomainDestroyFlags",
                () -> test.destroy(new Flags<>(2)));
        calls.put(
                "unsupported flags (0x4) in function testDomainGetXMLDesc",
                () -> test.xml(Flags.of(DomainXmlFlag.UPDATE_CPU)));
        calls.put("unsupported flags (0x1) in function testDomainReset", () -> test.reset(1));
        calls.put("unsupported flags (0x1) in function testDomainGetState", () -> test.state(1));
        calls.put(
                "unsupported flags (0x1) in function testDomainHasManagedSaveImage",
                () -> test.hasManagedSave(1));
        calls.put(
                "unsupported flags (0x4) in function testDomainGetMessages",
                () -> test.messages(5));
        calls.put(
                "unsupported flags (0x1) in function testDomainRename",
                () -> test.rename("web", 1));

        calls.forEach(
                (message, call) -> {
                    var error = refusal(call);
                    assertThat(error).hasMessage(message);
                    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
                    assertThat(error.domain()).isEqualTo(ErrorDomain.TEST);
                    assertThat(error.str2()).contains("flags");
                });
        assertThat(connection.domains(Flags.none())).containsExactly(test);
        assertThat(test.isActive()).isTrue();
    }

    @Test
    void flagsThatChangeNothingAreTaken() {
        Domain web =
                connection.defineDomainXml(document("web", 1), Flags.of(DomainDefineFlag.VALIDATE));
        connection.createDomainXml(document("web", 1), Flags.of(DomainCreateFlag.START_VALIDATE));

        web.destroy(Flags.of(DomainDestroyFlag.GRACEFUL));
        web.undefine(Flags.of(DomainUndefineFlag.SNAPSHOTS_METADATA));

        assertThat(connection.domains(Flags.none())).containsExactly(test);
    }

    @Test
    void badDocumentsChangeNothing() {
        assertThat(refusal(() -> connection.defineDomainXml("<a/>", Flags.none())))
                .hasMessage("XML error: expecting root element of 'domain', not 'a'")
                .extracting(LibvirtException::domain)
                .isEqualTo(ErrorDomain.XML);
        assertThat(refusal(() -> connection.createDomainXml("<", Flags.none())))
                .hasMessageStartingWith("(domain_definition):1: ")
                .extracting(LibvirtException::domain)
                .isEqualTo(ErrorDomain.DOMAIN);
        assertThat(refusal(() -> connection.createDomainXml(document("a/b", 1), Flags.none())))
                .hasMessage("XML error: name a/b cannot contain '/'");
        assertThat(refusal(() -> connection.createDomainXml(document("test", 1), Flags.none())))
                .hasMessage(
                        "operation failed: domain 'test' already exists with uuid " + TEST_UUID);
        assertThat(connection.domains(Flags.none())).containsExactly(test);
    }

    @Test
    void whatTheDriverCannotDoIsSaid() {
        assertThat(refusal(() -> test.openConsole(Optional.empty(), Flags.none())))
                .hasMessage(
                        "this function is not supported by the connection driver:"
                                + " virDomainOpenConsole")
                .extracting(LibvirtException::code, LibvirtException::domain)
                .containsExactly(ErrorCode.NO_SUPPORT, ErrorDomain.DOMAIN);
    }
}
