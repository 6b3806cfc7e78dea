package dev.jvirt.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What fuzzing has found, one test for each: the input, and what it did.
class FindingsTest {
    private static final String DOMAIN =
            "<domain type='test'><name>a</name><memory>1</memory><vcpu%s>1</vcpu>%s"
                    + "<os><type>hvm</type></os><devices>%s</devices></domain>";
    private static final int MANY = 20_000;

    private static boolean takes(String target, String input) throws InterruptedException {
        Iterator<byte[]> one = List.of(input.getBytes(UTF_8)).iterator();
        return new Trial(FuzzTargets.require(target)).feed(one) == 1;
    }

    private static String many(int count, String format) {
        return IntStream.range(0, count)
                .mapToObj(i -> format.replace("#", Integer.toString(i)))
                .collect(Collectors.joining());
    }

    /// An index that was negative for a set of bits.
    @ParameterizedTest
    @ValueSource(strings = {"3000000000", "^3000000000", "0-4294967295", "4294967295-4294967295"})
    void processorNumbersBeyondThoseOfJavaAreRefused(String list) throws InterruptedException {
        String document = DOMAIN.formatted(" cpuset='" + list + "'", "", "");

        assertThat(takes("domain", document)).isFalse();
    }

    /// The stack did not suffice.
    @ParameterizedTest
    @CsvSource({
        "libvirtd-conf, access_drivers = ",
        "libvirt-conf, uri_aliases = ",
        "qemu-conf, cgroup_controllers = "
    })
    void listsInListsWithoutEndAreRefused(String target, String setting)
            throws InterruptedException {
        assertThat(takes(target, setting + "[".repeat(10 * MANY))).isFalse();
    }

    /// Each was compared with all before it.
    @Test
    void anElementMayHaveVeryManyAttributes() throws InterruptedException {
        assertThat(takes("xml", "<a " + many(10 * MANY, "a#='' ") + "/>")).isTrue();
        assertThat(takes("xml", "<a " + many(MANY, "a#='' ") + "a7=''/>")).isFalse();
    }

    /// Each element looked at all of them for its own.
    @Test
    void aDocumentMayHaveVeryManyNamespaces() throws InterruptedException {
        String declarations = many(2 * MANY, "xmlns:a#='' ");

        assertThat(takes("xml", "<a " + declarations + ">" + "<b/>".repeat(5 * MANY) + "</a>"))
                .isTrue();
        assertThat(takes("xml", "<a " + declarations + "xmlns:a7=''/>")).isFalse();
    }

    /// The list of threads was copied for each new one: a million of them took for ever.
    @Test
    void moreThreadsThanCanBeToldAreRefused() throws InterruptedException {
        assertThat(takes("domain", DOMAIN.formatted("", "<iothreads>16384</iothreads>", "")))
                .isTrue();
        assertThat(takes("domain", DOMAIN.formatted("", "<iothreads>16385</iothreads>", "")))
                .isFalse();
        assertThat(takes("domain", DOMAIN.formatted("", "<iothreads>1048576</iothreads>", "")))
                .isFalse();
    }

    /// There had to be a controller for each number up to that one.
    @ParameterizedTest
    @ValueSource(ints = {4096, Integer.MAX_VALUE})
    void controllersThatNobodyCanHaveAreRefused(int index) throws InterruptedException {
        String disk =
                "<disk><target dev='sda' bus='scsi'/><address type='drive' controller='%d'/></disk>"
                        .formatted(index);
        String passed =
                "<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/>"
                        + "<address bus='0' target='0' unit='0'/></source>"
                        + "<address type='drive' controller='%d'/></hostdev>".formatted(index);

        assertThat(takes("domain-defined", DOMAIN.formatted("", "", disk))).isFalse();
        assertThat(takes("domain-defined", DOMAIN.formatted("", "", passed))).isFalse();
    }

    /// Time went with the square of their number, for controllers with its cube.
    @Test
    void moreDevicesThanAnyDomainHasAreRefused() throws InterruptedException {
        assertThat(
                        takes(
                                "domain",
                                DOMAIN.formatted("", "", many(4096, "<interface type='user'/>"))))
                .isTrue();
        assertThat(
                        takes(
                                "domain",
                                DOMAIN.formatted("", "", many(4097, "<interface type='user'/>"))))
                .isFalse();
    }

    @Test
    @Timeout(30)
    void usbControllersGetTheirNumbersInTime() {
        String controllers = many(4000, "<controller type='usb'/>");
        byte[] document = DOMAIN.formatted("", "", controllers).getBytes(UTF_8);

        assertThat(FuzzTargets.require("domain-defined").feed(document)).isTrue();
    }

    /// The JDK's tree has an exception of its own for them.
    @ParameterizedTest
    @ValueSource(strings = {"<a xml:b:c=''/>", "<:a/>", "<a:/>", "<a xmlns:b='' b:=''/>"})
    void namesThatNamespacesForbidAreNoDocumentForVirsh(String document)
            throws InterruptedException {
        assertThat(takes("virsh-xml", document)).isFalse();
    }
}
