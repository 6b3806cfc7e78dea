package dev.jvirt.api.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectUriTest {
    @Test
    void everyPartOfAFullUriIsFound() {
        var uri =
                ConnectUri.parse(
                        "qemu+ssh://joe@[fe80::1]:2222/system?socket=/run/a%20b&no_tty=1#top");

        assertThat(uri.driver()).isEqualTo("qemu");
        assertThat(uri.transport()).contains("ssh");
        assertThat(uri.user()).contains("joe");
        assertThat(uri.host()).contains("fe80::1");
        assertThat(uri.port()).isEqualTo(2222);
        assertThat(uri.path()).isEqualTo("/system");
        assertThat(uri.parameter("socket")).contains("/run/a b");
        assertThat(uri.parameter("NO_TTY")).contains("1");
        assertThat(uri.fragment()).contains("top");
    }

    @Test
    void threeSlashesMeanNoHost() {
        var uri = ConnectUri.parse("qemu:///system");

        assertThat(uri.host()).isEmpty();
        assertThat(uri.transport()).isEmpty();
        assertThat(uri.path()).isEqualTo("/system");
    }

    @Test
    void pathWithoutServerIsKept() {
        assertThat(ConnectUri.parse("test:/etc/world.xml").path()).isEqualTo("/etc/world.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qemu:///system",
                "qemu+tls://host.example:16514/system?pkipath=%2Ftmp%2Fx%20y",
                "test://foo:pass@example.com",
                "qemu://[::1]:1/system",
                "qemu:///session#here"
            })
    void formattingGivesTheTextBack(String text) {
        assertThat(ConnectUri.parse(text).format()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "x://h/?a=1&&b=2, a=1&b=2",
        "x://h/?a=1;b=2, a=1&b=2",
        "x://h/?a, a=",
        "x://h/?=lost&a=1, a=1"
    })
    void oddQueriesAreTidiedForTheFarSideOnly(String text, String query) {
        var uri = ConnectUri.parse(text);

        assertThat(uri.format()).isEqualTo(text);
        assertThat(uri.local("x", uri.parameters()).format()).isEqualTo("x:///?" + query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qemu://h:4294967296/",
                "qemu://h:12x/",
                "qemu://[::1/system",
                "qemu://a b/",
                "1abc:///x",
                ":::"
            })
    void malformedUriIsQuoted(String text) {
        var error = catchThrowableOfType(LibvirtException.class, () -> ConnectUri.parse(text));

        assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(error).hasMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "system", "/system", "a/b:c"})
    void uriWithoutSchemeNamesNoDriver(String text) {
        var error = catchThrowableOfType(LibvirtException.class, () -> ConnectUri.parse(text));

        assertThat(error.code()).isEqualTo(ErrorCode.NO_CONNECT);
        assertThat(error).hasMessageContaining("does not include a driver name");
    }
}
