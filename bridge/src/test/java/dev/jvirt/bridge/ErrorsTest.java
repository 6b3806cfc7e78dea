package dev.jvirt.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {
    private static LibvirtException arrived(int code, ErrorDomain domain, String message) {
        return Errors.local(
                new RpcException(
                        new RpcError(code, domain.code(), message, 2, null, null, null, 0, 0)));
    }

    @Test
    void errorsComeBackAsTheyWere() {
        var error = new LibvirtException(ErrorDomain.NWFILTER, ErrorCode.NO_NWFILTER, "clean");

        var back = Errors.local(Errors.remote(error));

        assertThat(back.code()).isEqualTo(ErrorCode.NO_NWFILTER);
        assertThat(back.domain()).isEqualTo(ErrorDomain.NWFILTER);
        assertThat(back).hasMessage(error.getMessage());
        assertThat(back.str2()).contains("clean");
    }

    @ParameterizedTest
    @CsvSource({
        "61, SECRET, INVALID_SECRET",
        "62, SECRET, NO_SECRET",
        "63, QEMU, CONFIG_UNSUPPORTED",
        "64, QEMU, OPERATION_TIMEOUT",
        "65, XEN, MIGRATE_PERSIST_FAILED",
        "61, NWFILTER, INVALID_NWFILTER",
        "62, NWFILTER, NO_NWFILTER",
        "63, NWFILTER, BUILD_FIREWALL",
        "65, SECRET, INVALID_SECRET",
        "66, SECRET, NO_SECRET",
        "60, SECRET, WAR_NO_NWFILTER"
    })
    void numbersFromBeforeThereWereFiltersAreUnderstood(
            int code, ErrorDomain domain, ErrorCode meant) {
        assertThat(arrived(code, domain, "x").code()).isEqualTo(meant);
    }

    @Test
    void aDaemonThatIsOlderThanTheCallDoesNotSupportIt() {
        assertThat(arrived(39, ErrorDomain.RPC, "unknown procedure: 444").code())
                .isEqualTo(ErrorCode.NO_SUPPORT);
        assertThat(arrived(39, ErrorDomain.QEMU, "unknown procedure: 444").code())
                .isEqualTo(ErrorCode.RPC);
    }
}
