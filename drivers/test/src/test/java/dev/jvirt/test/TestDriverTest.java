package dev.jvirt.test;

import static dev.jvirt.test.Worlds.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestDriverTest {
    private final Worlds worlds = new Worlds();
    @TempDir private Path folder;

    @AfterEach
    void closeConnections() {
        worlds.close();
    }

    @Test
    void allConnectionsShareTheDefaultWorld() {
        var one = worlds.open(Worlds.DEFAULT);
        var other = worlds.open("test:///default?no=matter");

        one.lookupDomainByName("test").destroy(Flags.none());

        assertThat(other.lookupDomainByName("test").state(0).state())
                .isEqualTo(DomainState.SHUTOFF);
    }

    @Test
    void theDefaultWorldOutlivesAllButTheLastOfItsConnections() {
        var first = worlds.open(Worlds.DEFAULT);
        var second = worlds.open(Worlds.DEFAULT);
        first.lookupDomainByName("test").destroy(Flags.none());

        first.close();
        first.close();

        assertThat(worlds.open(Worlds.DEFAULT).lookupDomainByName("test").isActive()).isFalse();
        assertThat(second.lookupDomainByName("test").isActive()).isFalse();
    }

    @Test
    void theDefaultWorldBeginsAnewAfterItsLastConnection() {
        var connection = worlds.open(Worlds.DEFAULT);
        connection.lookupDomainByName("test").destroy(Flags.none());
        connection.defineDomainXml(Worlds.document("web", 1), Flags.none());

        connection.close();

        var again = worlds.open(Worlds.DEFAULT);
        assertThat(again.domains(Flags.none()))
                .singleElement()
                .satisfies(
                        domain -> {
                            assertThat(domain.name()).isEqualTo("test");
                            assertThat(domain.id()).contains(1);
                        });
    }

    @Test
    void everyConnectionToAFileHasAWorldOfItsOwn() throws IOException {
        Path file = folder.resolve("node.xml");
        Files.writeString(file, "<node>" + Worlds.document("web", 1) + "</node>");
        var one = worlds.open("test://" + file);
        var other = worlds.open("test://" + file);

        one.lookupDomainByName("web").destroy(Flags.none());

        assertThat(other.lookupDomainByName("web").isActive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test:///", "test://", "test:", "test:?x"})
    void aPathIsNeeded(String uri) {
        var error = refusal(() -> worlds.open(uri));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(error.domain()).isEqualTo(ErrorDomain.TEST);
        assertThat(error)
                .hasMessage("invalid argument: testOpen: supply a path or use test:///default");
    }

    @ParameterizedTest
    @CsvSource({
        "test:default, default",
        "test:///nonexistent.xml, /nonexistent.xml",
        "test:///Default, /Default",
        "test:////default, //default",
        "test:///default/, /default/",
        "test:///dev/null, /dev/null"
    })
    void aFileThatCannotBeReadIsNamed(String uri, String file) {
        var error = refusal(() -> worlds.open(uri));

        assertThat(error.code()).isEqualTo(ErrorCode.XML_ERROR);
        assertThat(error.domain()).isEqualTo(ErrorDomain.TEST);
        assertThat(error).hasMessage("XML error: failed to parse xml document '" + file + "'");
    }

    @Test
    void aPathThatCannotBeOneIsRefused() {
        var error = refusal(() -> worlds.open("test:///a%00b"));

        assertThat(error.code()).isEqualTo(ErrorCode.XML_ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "test:///default, test:///default",
        "test:/default, test:///default",
        "test:///%64efault, test:///default",
        "test:///default?x=y, test:///default?x=y",
        "test://user@/default, test://user@/default"
    })
    void aConnectionKnowsItsUri(String uri, String told) {
        assertThat(worlds.open(uri).uri()).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test://host/default", "test+unix:///default", "xen:///system"})
    void otherUrisAreLeftToOtherDrivers(String uri) {
        assertThat(refusal(() -> worlds.open(uri)).code()).isEqualTo(ErrorCode.NO_CONNECT);
    }
}
