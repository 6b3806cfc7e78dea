package dev.jvirt.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainUndefineFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DomainDefineTest {
    private static final String OTHER_UUID = "11111111-2222-3333-4444-555555555501";

    private Path root;
    private TestHost host;
    private QemuDomainDriver driver;

    @BeforeEach
    void startDriver(@TempDir Path folder) {
        root = folder;
        host = new TestHost(folder);
        driver = host.startDriver();
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
    }

    @Test
    void aDefinitionIsOnDiskBeforeItIsAnswered() throws Exception {
        DomainId defined = driver.defineXml(TestHost.xml("web"), Flags.none());

        assertThat(host.event()).isEqualTo("DEFINED_ADDED");
        assertThat(Files.readString(host.folders().config().resolve("web.xml")))
                .contains("virsh edit web")
                .contains("<name>web</name>");
        driver.defineXml(TestHost.xml("web"), Flags.none());
        assertThat(host.event()).isEqualTo("DEFINED_UPDATED");
        host.stopDriver();
        driver = host.startDriver();
        assertThat(driver.list(Flags.none())).containsExactly(defined);
    }

    @Test
    void whatCannotBeWrittenIsNotDefined() throws Exception {
        Path config = host.folders().config();
        Files.createDirectories(config.getParent());
        Files.writeString(config, "in the way");

        assertThatThrownBy(() -> driver.defineXml(TestHost.xml("web"), Flags.none()))
                .isInstanceOfSatisfying(
                        LibvirtException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.SYSTEM_ERROR))
                .hasMessageContaining(config.toString());

        assertThat(driver.list(Flags.none())).isEmpty();
        assertThat(host.hasEvents()).isFalse();
    }

    @Test
    void whatCannotBeWrittenLeavesTheOldDefinition() throws Exception {
        DomainId defined = driver.defineXml(TestHost.xml("web"), Flags.none());
        String before = driver.xml(defined, Flags.none());
        Path file = host.folders().config().resolve("web.xml");
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));

        assertThatThrownBy(
                        () ->
                                driver.defineXml(
                                        TestHost.xml("web").replace(">16<", ">32<"), Flags.none()))
                .isInstanceOf(LibvirtException.class);

        assertThat(driver.xml(defined, Flags.none())).isEqualTo(before);
    }

    @Test
    void nameAndUuidBelongTogether() {
        String web = TestHost.xml("web");
        DomainId defined = driver.defineXml(web, Flags.none());

        assertThatThrownBy(
                        () -> driver.defineXml(web.replace("<name>web", "<name>www"), Flags.none()))
                .hasMessage(
                        "operation failed: domain 'web' is already defined with uuid "
                                + defined.uuid());
        assertThatThrownBy(
                        () ->
                                driver.defineXml(
                                        web.replace(defined.uuid().toString(), OTHER_UUID),
                                        Flags.none()))
                .hasMessage(
                        "operation failed: domain 'web' already exists with uuid "
                                + defined.uuid());
    }

    @Test
    void aDomainGetsAnotherNameWithAllThatBelongsToIt() throws Exception {
        DomainId defined = driver.defineXml(TestHost.xml("web"), Flags.none());
        driver.setAutostart(defined, true);

        DomainId renamed = driver.rename(defined, "www", 0);

        assertThat(host.events(3))
                .containsExactly("DEFINED_ADDED", "UNDEFINED_RENAMED", "DEFINED_RENAMED");
        assertThat(renamed.uuid()).isEqualTo(defined.uuid());
        assertThat(host.folders().config()).isDirectoryNotContaining("glob:**/web.xml");
        assertThat(host.folders().autostart().resolve("web.xml")).doesNotExist();
        assertThat(Files.readSymbolicLink(host.folders().autostart().resolve("www.xml")))
                .isEqualTo(host.folders().config().resolve("www.xml"));
        host.stopDriver();
        driver = host.startDriver();
        assertThat(driver.lookupByName("www")).isEqualTo(renamed);
        assertThat(driver.autostart(renamed)).isTrue();
    }

    @Test
    void namesThatAreTakenOrImpossibleAreRefused() {
        DomainId web = driver.defineXml(TestHost.xml("web"), Flags.none());
        driver.defineXml(TestHost.xml("www"), Flags.none());

        assertThatThrownBy(() -> driver.rename(web, "www", 0))
                .hasMessageContaining("domain with name 'www' already exists");
        assertThatThrownBy(() -> driver.rename(web, "web", 0))
                .hasMessageContaining("Can't rename domain to itself");
        assertThatThrownBy(() -> driver.rename(web, "a/b", 0))
                .hasMessage("XML error: name a/b cannot contain '/'");
        assertThat(driver.lookupByName("web")).isEqualTo(web);
    }

    @Test
    void anUndefinedDomainIsGone() throws Exception {
        DomainId defined = driver.defineXml(TestHost.xml("web"), Flags.none());
        driver.setAutostart(defined, true);

        driver.undefine(defined, Flags.none());

        assertThat(host.events(2)).containsExactly("DEFINED_ADDED", "UNDEFINED_REMOVED");
        assertThat(driver.list(Flags.none())).isEmpty();
        assertThat(host.folders().config().resolve("web.xml")).doesNotExist();
        assertThat(Files.isSymbolicLink(host.folders().autostart().resolve("web.xml"))).isFalse();
        assertThatThrownBy(() -> driver.undefine(defined, Flags.none()))
                .hasMessage(
                        "Domain not found: no domain with matching uuid '%s' (web)"
                                .formatted(defined.uuid()));
    }

    @Test
    void aSavedStateIsNotLostUnasked() throws Exception {
        DomainId defined = driver.defineXml(TestHost.xml("web"), Flags.none());
        Path save = Files.createFile(host.folders().save().resolve("web.save"));

        assertThat(driver.hasManagedSave(defined, 0)).isTrue();
        assertThatThrownBy(() -> driver.create(defined, Flags.none()))
                .hasMessageContaining("managed save image");
        assertThatThrownBy(() -> driver.undefine(defined, Flags.none()))
                .hasMessage(
                        "Requested operation is not valid: Refusing to undefine while domain managed save image exists");
        driver.undefine(defined, Flags.of(DomainUndefineFlag.MANAGED_SAVE));

        assertThat(save).doesNotExist();
    }

    @Test
    void snapshotsOfAnotherDaemonAreNotLostUnasked() throws Exception {
        DomainId defined = driver.defineXml(TestHost.xml("web"), Flags.none());
        Path folder = Files.createDirectories(host.folders().snapshots().resolve("web"));
        Files.createFile(folder.resolve("one.xml"));

        assertThatThrownBy(() -> driver.undefine(defined, Flags.none()))
                .hasMessage(
                        "Requested operation is not valid: cannot delete inactive domain with 1 snapshots");
        driver.undefine(defined, Flags.of(DomainUndefineFlag.SNAPSHOTS_METADATA));

        assertThat(folder).doesNotExist();
    }

    @Test
    void firmwareVariablesAreKeptOrRemovedAsTheCallerSays() throws Exception {
        Path nvram = Files.createFile(root.resolve("vars.fd"));
        String xml =
                TestHost.xml("web")
                        .replace(
                                "</os>",
                                "<loader readonly='yes' type='pflash'>/code.fd</loader><nvram>%s</nvram></os>"
                                        .formatted(nvram));
        DomainId defined = driver.defineXml(xml, Flags.none());

        assertThatThrownBy(() -> driver.undefine(defined, Flags.none()))
                .hasMessage("Requested operation is not valid: cannot undefine domain with nvram");
        assertThatThrownBy(
                        () ->
                                driver.undefine(
                                        defined,
                                        Flags.of(
                                                DomainUndefineFlag.NVRAM,
                                                DomainUndefineFlag.KEEP_NVRAM)))
                .hasMessage("Requested operation is not valid: cannot both keep and delete nvram");
        driver.undefine(defined, Flags.of(DomainUndefineFlag.KEEP_NVRAM));
        assertThat(nvram).exists();
        driver.undefine(driver.defineXml(xml, Flags.none()), Flags.of(DomainUndefineFlag.NVRAM));
        assertThat(nvram).doesNotExist();
    }

    @Test
    void damagedFilesDoNotKeepTheOthersFromBeingLoaded() throws IOException {
        driver.defineXml(TestHost.xml("good"), Flags.none());
        Files.writeString(host.folders().config().resolve("bad.xml"), "<domain");
        Files.writeString(host.folders().config().resolve("misnamed.xml"), TestHost.xml("other"));
        host.stopDriver();

        driver = host.startDriver();

        assertThat(driver.list(Flags.none())).extracting(DomainId::name).containsExactly("good");
    }

    @Test
    void aSecondDriverDoesNotTouchTheDomainsOfTheFirst() throws Exception {
        var second = new TestHost(root);

        assertThatThrownBy(second::startDriver)
                .hasMessageContaining("Failed to acquire pid file")
                .hasMessageContaining("Resource temporarily unavailable");

        host.stopDriver();
        second.startDriver();
        second.close();
    }

    @Test
    void definitionsThatSomebodyPutThereAreFoundOnReload() throws Exception {
        driver.defineXml(TestHost.xml("web"), Flags.none());
        Path put = host.folders().config().resolve("www.xml");
        Files.writeString(put, TestHost.xml("www"));

        host.reload();

        assertThat(driver.list(Flags.none()))
                .extracting(DomainId::name)
                .containsExactlyInAnyOrder("web", "www");
    }
}
