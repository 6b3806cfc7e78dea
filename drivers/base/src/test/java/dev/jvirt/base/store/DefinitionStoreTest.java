package dev.jvirt.base.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.base.store.DefinitionStore.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DefinitionStoreTest {
    private static final UUID ID = UUID.fromString("6695eb01-f6a4-8304-79aa-97f2502e193f");

    @TempDir private Path root;
    private Path folder;
    private Path autostart;
    private DefinitionStore store;

    @BeforeEach
    void makeTheStore() {
        folder = root.resolve("qemu");
        autostart = folder.resolve("autostart");
        store = new DefinitionStore(folder, autostart, "edit");
    }

    private static LibvirtException refusal(Runnable call) {
        return catchThrowableOfType(LibvirtException.class, call::run);
    }

    @Test
    void aFolderThatIsNotThereIsEmpty() {
        assertThat(store.load()).isEmpty();
        assertThat(store.has("web")).isFalse();
        assertThat(store.isAutostart("web")).isFalse();
    }

    @Test
    void aDocumentIsWrittenWithAWarning() throws IOException {
        store.save("web", ID, "<domain/>\n");

        assertThat(folder.resolve("web.xml"))
                .hasContent(
                        """
                        <!--
                        WARNING: THIS IS AN AUTO-GENERATED FILE. CHANGES TO IT ARE LIKELY TO BE
                        OVERWRITTEN AND LOST. Changes to this xml configuration should be made using:
                          virsh edit web
                        or other application using the libvirt API.
                        -->

                        <domain/>
                        """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.file("web"))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a--b", "--", "$HOME", "a;b", "a'b", "a\"b", "~a", "a\\b", "a!"})
    void aNameThatAShellWouldNotTakeIsReplacedByTheUuid(String name) throws IOException {
        store.save(name, ID, "<domain/>\n");

        String text = Files.readString(store.file(name));
        assertThat(text).contains("  virsh edit " + ID + "\n");
        assertThat(text.substring(4, text.indexOf("-->"))).doesNotContain("--");
        assertThat(store.load()).extracting(Stored::name).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({"web, '  virsh edit web'", "a b, '  virsh edit'", "a--b, '  virsh edit'"})
    void withoutUuidSuchANameIsLeftOut(String name, String line) throws IOException {
        store.save(name, "<domain/>\n");

        assertThat(Files.readAllLines(store.file(name))).contains(line);
    }

    @Test
    void aDocumentReplacesTheOneThatWasThere() {
        store.save("web", ID, "<old/>\n");
        store.save("web", ID, "<new/>\n");

        assertThat(store.load())
                .singleElement()
                .satisfies(
                        stored -> {
                            assertThat(stored.name()).isEqualTo("web");
                            assertThat(stored.xml()).endsWith("<new/>\n").doesNotContain("<old/>");
                        });
    }

    @Test
    void whoeverReadsFindsAWholeDocument() throws InterruptedException, IOException {
        String first = "<first>" + "x".repeat(100_000) + "</first>";
        String second = "<second>" + "y".repeat(50_000) + "</second>";
        store.save("web", ID, first);
        var stop = new AtomicBoolean();
        Thread writer =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    for (int i = 0; i < 50 || !stop.get(); i++) {
                                        store.save("web", ID, i % 2 == 0 ? second : first);
                                    }
                                });

        var seen = new ArrayList<String>();
        for (int i = 0; i < 50; i++) {
            seen.add(Files.readString(store.file("web")));
        }
        stop.set(true);
        writer.join();

        assertThat(seen).allMatch(text -> text.endsWith(first) || text.endsWith(second));
        assertThat(folder.toFile().list()).containsExactly("web.xml");
    }

    @Test
    void whatCannotBeWrittenLeavesNoTrace() throws IOException {
        Files.createDirectories(folder.resolve("web.xml/inside"));

        var error = refusal(() -> store.save("web", ID, "<domain/>\n"));

        assertThat(error.code()).isEqualTo(ErrorCode.SYSTEM_ERROR);
        assertThat(error).hasMessageContaining(folder.resolve("web.xml").toString());
        assertThat(folder.toFile().list()).containsExactly("web.xml");
    }

    @Test
    void aNameIsNoPath() {
        var error = refusal(() -> store.save("../web", ID, "<domain/>\n"));

        assertThat(error).hasMessage("XML error: name ../web cannot contain '/'");
        assertThat(refusal(() -> store.autostart("../web", true))).isNotNull();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void whatCannotBeReadIsLeftAlone() throws IOException {
        store.save("good", ID, "<domain/>\n");
        Path broken = Files.write(folder.resolve("broken.xml"), new byte[] {'<', (byte) 0xFF});
        Files.createDirectory(folder.resolve("folder.xml"));
        Files.createSymbolicLink(folder.resolve("dangling.xml"), root.resolve("nowhere"));
        Files.writeString(folder.resolve("other.txt"), "<domain/>");

        assertThat(store.load()).extracting(Stored::name).containsExactly("good");
        assertThat(broken).exists();
    }

    @Test
    void aLinkMakesAnObjectStartWithTheHost() throws IOException {
        store.save("web", ID, "<domain/>\n");

        store.autostart("web", true);
        store.autostart("web", true);

        assertThat(store.isAutostart("web")).isTrue();
        assertThat(Files.readSymbolicLink(autostart.resolve("web.xml")))
                .isEqualTo(store.file("web"));
        store.autostart("web", false);
        store.autostart("web", false);
        assertThat(store.isAutostart("web")).isFalse();
        assertThat(autostart).isEmptyDirectory();
    }

    @Test
    void whatIsNoLinkToTheDocumentDoesNotCount() throws IOException {
        store.save("web", ID, "<domain/>\n");
        Files.createDirectories(autostart);
        Files.createSymbolicLink(autostart.resolve("web.xml"), root.resolve("elsewhere.xml"));
        Files.writeString(autostart.resolve("mail.xml"), "<domain/>");

        assertThat(store.isAutostart("web")).isFalse();
        assertThat(store.isAutostart("mail")).isFalse();
        store.autostart("web", true);
        assertThat(store.isAutostart("web")).isTrue();
    }

    @Test
    void removingADocumentRemovesItsLink() {
        store.save("web", ID, "<domain/>\n");
        store.autostart("web", true);

        store.remove("web");
        store.remove("web");

        assertThat(store.has("web")).isFalse();
        assertThat(Files.exists(autostart.resolve("web.xml"), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }
}
