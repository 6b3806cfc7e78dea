package dev.jvirt.test;

import static dev.jvirt.test.Worlds.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.Connection;
import dev.jvirt.api.Credential;
import dev.jvirt.api.CredentialType;
import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.NodeInfo;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.DomainUndefineFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorldFileTest {
    private final Worlds worlds = new Worlds();
    @TempDir private Path folder;

    @AfterEach
    void closeConnections() {
        worlds.close();
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection open(String content) {
        return worlds.open("test://" + write("node.xml", "<node>" + content + "</node>"));
    }

    private Connection open(String content, Authenticator authenticator) {
        return worlds.open(
                "test://" + write("node.xml", "<node>" + content + "</node>"), authenticator);
    }

    /// A domain with elements of the test driver's own.
    private static String beginning(String elements) {
        return Worlds.document("web", 1, elements)
                .replace(
                        "<domain ",
                        "<domain xmlns:test='http://libvirt.org/schemas/domain/test/1.0' ");
    }

    @Test
    void anEmptyWorldHasTheUsualHardware() {
        var connection = open("");

        assertThat(connection.nodeInfo())
                .isEqualTo(new NodeInfo("i686", 3 * 1024 * 1024, 16, 1400, 2, 2, 2, 2));
        assertThat(connection.freeMemory()).isZero();
        assertThat(connection.capabilities()).contains("      <cells num='0'>\n      </cells>\n");
        assertThat(connection.domains(Flags.none())).isEmpty();
        assertThat(connection.networks().list(Flags.none())).isEmpty();
    }

    @Test
    void theFileTellsTheHardware() {
        var connection =
                open(
                        """
                        <cpu>
                          <nodes>3</nodes><sockets>4</sockets><cores>5</cores><threads>6</threads>
                          <active>7</active><mhz>8</mhz><model>fast</model>
                        </cpu>
                        <memory>9000</memory>
                        """);

        assertThat(connection.nodeInfo()).isEqualTo(new NodeInfo("fast", 9000, 7, 8, 3, 4, 5, 6));
    }

    @Test
    void processorsAreCountedIfTheFileDoesNotCountThem() {
        var connection = open("<cpu><nodes>2</nodes><sockets>3</sockets></cpu>");

        assertThat(connection.nodeInfo().cpus()).isEqualTo(24);
    }

    @ParameterizedTest
    @CsvSource({
        "<cpu><nodes>x</nodes></cpu>, invalid node cpu nodes value",
        "<cpu><sockets>-1</sockets></cpu>, invalid node cpu sockets value",
        "<cpu><cores>1.5</cores></cpu>, invalid node cpu cores value",
        "<cpu><threads>99999999999</threads></cpu>, invalid node cpu threads value",
        "<cpu><active>x</active></cpu>, invalid node cpu active value",
        "<cpu><mhz>x</mhz></cpu>, invalid node cpu mhz value",
        "<memory>x</memory>, invalid node memory value"
    })
    void hardwareIsCountedInNumbers(String content, String detail) {
        var error = refusal(() -> open(content));

        assertThat(error).hasMessage("XML error: " + detail);
        assertThat(error.domain()).isEqualTo(ErrorDomain.TEST);
    }

    @Test
    void aLongModelIsRefused() {
        String model = "m".repeat(32);

        var error = refusal(() -> open("<cpu><model>" + model + "</model></cpu>"));

        assertThat(error).hasMessage("internal error: Model " + model + " too big for destination");
    }

    @Test
    void domainsRunUnlessTheFileSaysOtherwise() {
        var connection = open(Worlds.document("web", 1) + Worlds.document("mail", 2));

        assertThat(connection.lookupDomainById(1).name()).isEqualTo("web");
        var mail = connection.lookupDomainById(2);
        assertThat(mail.name()).isEqualTo("mail");
        assertThat(mail.isPersistent()).isTrue();
        assertThat(mail.state(0)).isEqualTo(status(DomainState.RUNNING));
    }

    private static DomainStatus status(DomainState state) {
        return new DomainStatus(state, DomainStateReason.of(state, 0));
    }

    @ParameterizedTest
    @EnumSource
    void domainsBeginInAnyState(DomainState state) {
        var connection = open(beginning("<test:runstate>" + state.code() + "</test:runstate>"));

        Domain domain = connection.lookupDomainByName("web");
        assertThat(domain.state(0)).isEqualTo(status(state));
        assertThat(domain.isActive()).isEqualTo(state != DomainState.SHUTOFF);
        assertThat(domain.xml(Flags.none())).doesNotContain("runstate");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "<test:runstate>x</test:runstate>, invalid runstate",
                "<test:runstate>-1</test:runstate>, invalid runstate",
                "<test:runstate>8</test:runstate>, runstate '8' out of range'",
                "<test:transient/><test:runstate>5</test:runstate>,"
                        + " transient domain cannot have runstate 'shutoff'",
                "<test:hasmanagedsave/>,"
                        + " domain with managedsave data can only have runstate 'shutoff'"
            })
    void impossibleBeginningsAreRefused(String elements, String detail) {
        var error = refusal(() -> open(beginning(elements)));

        assertThat(error.code()).isEqualTo(ErrorCode.XML_ERROR);
        assertThat(error.domain()).isEqualTo(ErrorDomain.TEST);
        assertThat(error).hasMessage("XML error: " + detail);
    }

    @Test
    void aTransientDomainIsGoneWhenItStops() {
        var connection = open(beginning("<test:transient/>"));
        Domain domain = connection.lookupDomainByName("web");
        assertThat(domain.isPersistent()).isFalse();

        domain.destroy(Flags.none());

        assertThat(refusal(domain::info).code()).isEqualTo(ErrorCode.NO_DOMAIN);
    }

    @Test
    void aSavedStateIsTakenByTheNextStart() {
        var connection = open(beginning("<test:hasmanagedsave/><test:runstate>5</test:runstate>"));
        Domain domain = connection.lookupDomainByName("web");
        assertThat(domain.hasManagedSave(0)).isTrue();
        assertThat(connection.domains(Flags.of(DomainListFlag.MANAGEDSAVE))).containsOnly(domain);

        domain.create(Flags.none());

        assertThat(domain.hasManagedSave(0)).isFalse();
        assertThat(connection.domains(Flags.of(DomainListFlag.MANAGEDSAVE))).isEmpty();
    }

    @Test
    void aSavedStateIsThrownAwayOnlyIfAskedFor() {
        var connection = open(beginning("<test:hasmanagedsave/><test:runstate>5</test:runstate>"));
        Domain domain = connection.lookupDomainByName("web");

        var error = refusal(() -> domain.undefine(Flags.none()));

        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_INVALID);
        assertThat(error)
                .hasMessageEndingWith(
                        ": Refusing to undefine while domain managed save image exists");
        domain.undefine(Flags.of(DomainUndefineFlag.MANAGED_SAVE));
        assertThat(connection.domains(Flags.none())).isEmpty();
    }

    @Test
    void whatSpeaksAgainstADomainIsTold() {
        String document =
                Worlds.document(
                        "web",
                        1,
                        """
                        <cpu mode='custom'><model>Deprecated-Test</model></cpu>
                        <devices>
                          <disk type='block' device='cdrom'>
                            <source dev='/dev/sr0'/><target dev='hdc'/>
                          </disk>
                          <disk type='block' device='lun' rawio='yes'>
                            <source dev='/dev/sda'/><target dev='sda' bus='scsi'/>
                          </disk>
                          <interface type='bridge'><source bridge='b'/><script path='/s'/></interface>
                        </devices>
                        """);
        String taint = "tainted: use of deprecated configuration settings";
        String deprecation = "deprecated configuration: CPU model Deprecated-Test";
        var connection = open(document);

        Domain domain = connection.lookupDomainByName("web");

        assertThat(domain.messages(0))
                .containsExactly(
                        "tainted: running with undesirable elevated privileges",
                        "tainted: network configuration using opaque shell scripts",
                        "tainted: use of host cdrom passthrough",
                        taint,
                        deprecation);
        assertThat(domain.messages(1)).containsExactly(deprecation);
        assertThat(domain.messages(2)).hasSize(4).endsWith(taint);
        assertThat(domain.messages(3)).isEqualTo(domain.messages(0));
        domain.undefine(Flags.none());
        domain.destroy(Flags.none());
        Domain again = connection.defineDomainXml(document, Flags.none());
        assertThat(again.messages(0)).isEmpty();
    }

    @Test
    void domainsBeginWithTheirSnapshots() {
        var connection =
                open(
                        beginning(
                                """
                                <test:domainsnapshot>
                                  <name>first</name>
                                  <state>running</state>
                                  <creationTime>5</creationTime>
                                </test:domainsnapshot>
                                <test:domainsnapshot>
                                  <name>second</name>
                                  <parent><name>first</name></parent>
                                  <state>shutoff</state>
                                  <creationTime>6</creationTime>
                                  <active>1</active>
                                </test:domainsnapshot>
                                """));
        var snapshots = connection.lookupDomainByName("web").snapshots();

        assertThat(snapshots.current(0).name()).isEqualTo("second");
        assertThat(snapshots.current(0).parent(0).name()).isEqualTo("first");
        assertThat(snapshots.list(Flags.none())).hasSize(2);
    }

    @Test
    void brokenSnapshotsAreRefused() {
        var error = refusal(() -> open(beginning("<test:domainsnapshot/>")));

        assertThat(error.code()).isEqualTo(ErrorCode.XML_ERROR);
        assertThat(error).hasMessageContaining("a redefined snapshot must have a name");
    }

    @Test
    void poolsInterfacesAndDevicesAreReadToo() {
        var connection =
                open(
                        """
                        <pool type='dir'>
                          <name>images</name>
                          <target><path>/images</path></target>
                          <volume><name>disk</name><capacity unit='M'>3</capacity></volume>
                        </pool>
                        <interface type='ethernet' name='eth7'/>
                        <device><name>box</name><capability type='system'/></device>
                        """);

        var pool = connection.storagePools().lookupByName("images");
        assertThat(pool.info().allocation()).isEqualTo(3 << 20);
        assertThat(connection.storageVolumes().lookupByPath("/images/disk").key())
                .isEqualTo("/images/disk");
        assertThat(connection.interfaces().lookupByName("eth7").isActive()).isTrue();
        assertThat(connection.nodeDevices().lookupByName("box").parent()).isEmpty();
    }

    @Test
    void documentsMayStandInFilesOfTheirOwn() {
        write("web.xml", Worlds.document("web", 1));
        Path network = write("net.xml", "<network><name>lan</name></network>");

        var connection = open("<domain file='web.xml'/><network file='" + network + "'/>");

        assertThat(connection.lookupDomainByName("web").isActive()).isTrue();
        assertThat(connection.networks().lookupByName("lan").isActive()).isTrue();
    }

    @Test
    void otherFilesAreNamedToo() {
        write("other.xml", "<volume/>");

        assertThat(refusal(() -> open("<domain file='gone.xml'/>")))
                .hasMessage(
                        "XML error: failed to parse xml document '%s'"
                                .formatted(folder.resolve("gone.xml")));
        assertThat(refusal(() -> open("<domain file='other.xml'/>")))
                .hasMessage("XML error: expecting root element of 'domain', not 'volume'");
    }

    @Test
    void whatIsWrongWithTheFileIsShown() {
        Path file = write("node.xml", "<node>\n<cpu>\n</node>\n");

        var error = refusal(() -> worlds.open("test://" + file));

        assertThat(error.code()).isEqualTo(ErrorCode.XML_DETAIL);
        assertThat(error.domain()).isEqualTo(ErrorDomain.TEST);
        assertThat(error).hasMessageStartingWith(file + ":3: ");
        assertThat(refusal(() -> worlds.open("test://" + write("node.xml", "<nod/>"))))
                .hasMessage("XML error: expecting root element of 'node', not 'nod'");
        assertThat(refusal(() -> worlds.open("test://" + folder)))
                .hasMessageStartingWith(folder + ":1: Document is empty");
    }

    @Test
    void whatIsWrongWithADomainOrNetworkIsTold() {
        assertThat(refusal(() -> open("<domain type='test'><name>a</name></domain>")))
                .hasMessage("XML error: an os <type> must be specified")
                .extracting(LibvirtException::domain)
                .isEqualTo(ErrorDomain.DOMAIN);
        assertThat(refusal(() -> open("<network/>")))
                .hasMessage("missing name information")
                .extracting(LibvirtException::domain)
                .isEqualTo(ErrorDomain.NETWORK);
        String network = "<network><name>lan</name></network>";
        assertThat(refusal(() -> open(network + network)))
                .hasMessageStartingWith("operation failed: network 'lan' already exists with uuid");
        assertThat(refusal(() -> open(Worlds.document("a", 1) + Worlds.document("a", 2))))
                .hasMessageStartingWith("operation failed: domain 'a' already exists with uuid");
    }

    /// Answers every question in the same way, and remembers the questions.
    private record Answers(Set<CredentialType> supported, Optional<String> word, List<String> asked)
            implements Authenticator {
        Answers(String word) {
            this(
                    EnumSet.of(CredentialType.AUTHNAME, CredentialType.PASSPHRASE),
                    Optional.of(word),
                    new ArrayList<>());
        }

        @Override
        public Optional<List<String>> answer(List<Credential> questions) {
            questions.forEach(question -> asked.add(question.prompt()));
            return word.map(List::of);
        }
    }

    @Test
    void aUserWithoutPasswordNeedsTheNameOnly() {
        var fred = new Answers("fred");

        open("<auth><user password='1'>joe</user><user>fred</user></auth>", fred);

        assertThat(fred.asked()).containsExactly("Enter username for localhost");
    }

    @Test
    void aPasswordIsAskedFor() {
        var fred = new Answers("fred");

        open("<auth><user password='fred'>fred</user></auth>", fred);

        assertThat(fred.asked())
                .containsExactly(
                        "Enter username for localhost", "Enter fred's password for localhost");
    }

    @ParameterizedTest
    @CsvSource({"fred", "joe"})
    void aWrongPasswordAndAWrongNameLookAlike(String word) {
        var answers = new Answers(word);

        var error = refusal(() -> open("<auth><user password='x'>fred</user></auth>", answers));

        assertThat(answers.asked()).hasSize(2);
        assertThat(error.code()).isEqualTo(ErrorCode.AUTH_FAILED);
        assertThat(error)
                .hasMessage(
                        "authentication failed: authentication failed, see test XML for the correct"
                                + " username/password");
    }

    @Test
    void whoeverCannotAnswerIsNotLetIn() {
        String auth = "<auth><user password='x'>fred</user></auth>";
        var silent =
                new Answers(
                        EnumSet.of(CredentialType.AUTHNAME), Optional.empty(), new ArrayList<>());
        var nameless =
                new Answers(
                        EnumSet.of(CredentialType.PASSPHRASE), Optional.of("x"), new ArrayList<>());
        var wordless =
                new Answers(
                        EnumSet.of(CredentialType.AUTHNAME),
                        Optional.of("fred"),
                        new ArrayList<>());

        assertThat(refusal(() -> open(auth)))
                .hasMessage("invalid argument: Missing authentication credentials");
        assertThat(refusal(() -> open(auth, silent)))
                .hasMessage("authentication failed: Username request failed");
        assertThat(refusal(() -> open(auth, nameless)))
                .hasMessage("authentication failed: Missing VIR_CRED_AUTHNAME credential type");
        assertThat(refusal(() -> open(auth, wordless)))
                .hasMessageContaining("VIR_CRED_PASSPHRASE or VIR_CRED_NOECHOPROMPT");
    }

    @Test
    void aUserHasAName() {
        assertThat(refusal(() -> open("<auth><user/></auth>")))
                .hasMessage("XML error: missing username in /node/auth/user field");
    }
}
