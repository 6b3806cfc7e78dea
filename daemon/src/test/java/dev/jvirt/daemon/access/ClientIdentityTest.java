package dev.jvirt.daemon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.rpc.PeerCredentials;
import org.junit.jupiter.api.Test;

class ClientIdentityTest {
    /// A number that no host has given to a user.
    private static final int NOBODY_YET = 3_999_888;

    @Test
    void aUserHasAName() {
        var identity = ClientIdentity.of(new PeerCredentials(12, 0, 56));

        assertThat(identity.userName()).hasValue("root");
    }

    @Test
    void aProcessIsWhoTheKernelSaysThatItIs() {
        var identity = ClientIdentity.of(new PeerCredentials(12, NOBODY_YET, 56));

        assertThat(identity.processId()).hasValue(12);
        assertThat(identity.userId()).hasValue(NOBODY_YET);
        assertThat(identity.groupId()).hasValue(56);
        assertThat(identity.userName()).isEmpty();
    }

    @Test
    void aClientTellsForWhomItWorks() {
        var identity =
                ClientIdentity.told(
                        TypedParameters.builder()
                                .put("user-name", text("joe"))
                                .put("unix-user-id", new TypedValue.OfUnsignedLong(1000))
                                .put("group-name", text("users"))
                                .put("unix-group-id", new TypedValue.OfUnsignedLong(100))
                                .put("process-id", new TypedValue.OfLong(4711))
                                .put("process-time", new TypedValue.OfUnsignedLong(99))
                                .put("sasl-user-name", text("joe@host"))
                                .put("x509-distinguished-name", text("CN=joe"))
                                .put("selinux-context", text("joe_t"))
                                .build());

        assertThat(identity.userName()).contains("joe");
        assertThat(identity.userId()).hasValue(1000);
        assertThat(identity.groupName()).contains("users");
        assertThat(identity.groupId()).hasValue(100);
        assertThat(identity.processId()).hasValue(4711);
        assertThat(identity.processTime()).hasValue(99);
        assertThat(identity.saslUserName()).contains("joe@host");
        assertThat(identity.distinguishedName()).contains("CN=joe");
        assertThat(identity.selinuxContext()).contains("joe_t");
    }

    @Test
    void whatIsNoPartOfAnIdentityIsRefused() {
        var error = refusal(TypedParameters.of("shoe-size", text("42")));

        assertThat(error.code()).isEqualTo(ErrorCode.ARGUMENT_UNSUPPORTED);
        assertThat(error.domain()).isEqualTo(ErrorDomain.NONE);
        assertThat(error).hasMessage("argument unsupported: parameter 'shoe-size' not supported");
    }

    @Test
    void aPartOfAnotherTypeIsRefused() {
        var error = refusal(TypedParameters.of("unix-user-id", new TypedValue.OfInt(5)));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(error)
                .hasMessage(
                        "invalid argument: invalid type 'int' for parameter 'unix-user-id',"
                                + " expected 'ullong'");
    }

    @Test
    void aPartThatIsToldTwiceIsRefused() {
        var error =
                refusal(
                        TypedParameters.builder()
                                .put("user-name", text("joe"))
                                .put("user-name", text("root"))
                                .build());

        assertThat(error)
                .hasMessage("invalid argument: parameter 'user-name' occurs multiple times");
    }

    private static TypedValue text(String text) {
        return new TypedValue.OfString(text);
    }

    private static LibvirtException refusal(TypedParameters parameters) {
        return catchThrowableOfType(LibvirtException.class, () -> ClientIdentity.told(parameters));
    }
}
