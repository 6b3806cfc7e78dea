package org.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libvirt.Error.ErrorDomain;
import org.libvirt.Error.ErrorNumber;

/// The test hypervisor, as programs for libvirt-java see it.
class ConnectTest {
    private static final String URI = "test:///default";

    @SuppressWarnings("NullAway.Init")
    private Connect connect;

    @BeforeEach
    void open() throws LibvirtException {
        connect = new Connect(URI);
    }

    @AfterEach
    void close() throws LibvirtException {
        connect.close();
    }

    private static Error error(ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(LibvirtException.class, call))
                .getError();
    }

    @Test
    void theHostTellsAboutItself() throws LibvirtException {
        assertThat(connect.getURI()).isEqualTo(URI);
        assertThat(connect.getType()).isEqualTo("TEST");
        assertThat(connect.nodeInfo().maxCpus()).isEqualTo(16);
        assertThat(connect.isEncrypted()).isZero();
        assertThat(connect.isSecure()).isOne();
        assertThat(Connect.connectionVersion(connect)).isEqualTo(connect.getLibVersion());
    }

    @Test
    void aDomainIsFoundByNameNumberAndUuid() throws LibvirtException {
        Domain test = connect.domainLookupByName("test");

        assertThat(connect.domainLookupByID(test.getID())).isEqualTo(test);
        assertThat(connect.domainLookupByUUID(test.getUUID())).isEqualTo(test);
        assertThat(connect.domainLookupByUUIDString(test.getUUIDString())).isEqualTo(test);
        assertThat(connect.domainLookupByUUID(UUID.fromString(test.getUUIDString())))
                .isEqualTo(test)
                .hasSameHashCodeAs(test);
        assertThat(connect.listDomains()).contains(test.getID());
        assertThat(test.getInfo().maxMem).isEqualTo(8_388_608);
    }

    @Test
    void whatIsNotThereIsAnExceptionWithItsCode() {
        assertThat(error(() -> connect.domainLookupByName("nope")).getCode())
                .isEqualTo(ErrorNumber.VIR_ERR_NO_DOMAIN);
        assertThat(error(() -> connect.domainLookupByUUID(new int[16])).getCode())
                .isEqualTo(ErrorNumber.VIR_ERR_NO_DOMAIN);
        assertThat(error(() -> connect.networkLookupByName("nope")).getCode())
                .isEqualTo(ErrorNumber.VIR_ERR_NO_NETWORK);
    }

    @Test
    void whatIsNoUuidIsRefusedInLibvirtsWords() {
        Error error = error(() -> connect.domainLookupByUUIDString("xyz"));

        assertThat(error.getCode()).isEqualTo(ErrorNumber.VIR_ERR_INVALID_ARG);
        assertThat(error.getDomain()).isEqualTo(ErrorDomain.VIR_FROM_DOMAIN);
        assertThat(error.getMessage()).isEqualTo("Invalid UUID");
        assertThat(error.getStr1()).isEqualTo("virDomainLookupByUUIDString");
        assertThat(error(() -> connect.networkLookupByUUIDString("xyz")).getMessage())
                .isEqualTo("uuidstr in virNetworkLookupByUUIDString must be a valid UUID");
    }

    @Test
    @SuppressWarnings("NullAway") // what programs do
    void missingArgumentsAreRefusedInLibvirtsWords() {
        assertThat(error(() -> connect.domainDefineXML(null)).getMessage())
                .isEqualTo("xml in virDomainDefineXML must not be NULL");
        assertThatThrownBy(() -> connect.addLifecycleListener(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LifecycleCallback cannot be null");
    }

    @Test
    void whatTheDriverDoesNotHaveIsNamedAsProgramsKnowIt() {
        Error error = error(connect::numOfSecrets);

        assertThat(error.getCode()).isEqualTo(ErrorNumber.VIR_ERR_NO_SUPPORT);
        assertThat(error.getStr2()).isEqualTo("virConnectNumOfSecrets");
    }

    @Test
    void aClosedConnectionRefusesEveryCall() throws LibvirtException {
        connect.close();

        Error error = error(connect::getHostName);
        assertThat(error.getCode()).isEqualTo(ErrorNumber.VIR_ERR_INVALID_CONN);
        assertThat(error.getMessage())
                .isEqualTo("invalid connection pointer in virConnectGetHostname");
        assertThat(error(() -> connect.streamNew(0)).getDomain())
                .isEqualTo(ErrorDomain.VIR_FROM_STREAMS);
        assertThat(connect.isConnected()).isFalse();
        assertThat(connect.close()).isZero();
        assertThat(Connect.connectionVersion(connect)).isEqualTo(-1);
    }

    @Test
    void domainsKeepTheirConnectionUntilTheyAreFreed() throws LibvirtException {
        Domain test = connect.domainLookupByName("test");
        var client = test.handle().target().connection();

        assertThat(connect.close()).isOne();
        assertThat(test.isActive()).isOne();
        assertThat(client.isAlive()).isTrue();

        assertThat(test.free()).isZero();
        assertThatThrownBy(client::isAlive).isInstanceOf(dev.jvirt.api.LibvirtException.class);
    }

    @Test
    void aFreedDomainRefusesEveryCall() throws LibvirtException {
        Domain test = connect.domainLookupByName("test");
        test.free();

        Error error = error(test::isActive);
        assertThat(error.getCode()).isEqualTo(ErrorNumber.VIR_ERR_INVALID_DOMAIN);
        assertThat(error.getDomain()).isEqualTo(ErrorDomain.VIR_FROM_DOM);
        assertThat(error.getMessage()).isEqualTo("invalid domain pointer in virDomainIsActive");
        assertThat(test.getName()).isNull();
        assertThat(test.free()).isZero();
    }

    @Test
    void connectionsAreEqualByTheirUri() throws LibvirtException {
        var reader = new Connect(URI, true);
        try {
            assertThat(reader).isEqualTo(connect).hasSameHashCodeAs(connect);
            reader.close();
            assertThat(reader).isNotEqualTo(connect).isEqualTo(reader);
        } finally {
            reader.close();
        }
    }

    @Test
    void aReaderMayNotChangeAnything() throws LibvirtException {
        var reader = new Connect(URI, null, Connect.OpenFlags.READONLY.getBit());
        try {
            assertThat(error(() -> reader.domainDefineXML("<domain/>")).getCode())
                    .isEqualTo(ErrorNumber.VIR_ERR_OPERATION_DENIED);
        } finally {
            reader.close();
        }
    }

    @Test
    void aStreamToNowhereCarriesNothing() throws LibvirtException {
        Stream stream = connect.streamNew(Stream.VIR_STREAM_NONBLOCK);

        assertThat(stream.isOpen()).isFalse();
        assertThat(error(() -> stream.send(new byte[1])).getCode())
                .isEqualTo(ErrorNumber.VIR_ERR_NO_SUPPORT);
        assertThatThrownBy(() -> stream.read(java.nio.ByteBuffer.allocate(1)))
                .isInstanceOf(java.nio.channels.ClosedChannelException.class);
        assertThat(stream.abort()).isZero();
        assertThat(stream.free()).isZero();
        assertThat(error(stream::abort).getCode()).isEqualTo(ErrorNumber.VIR_ERR_INVALID_STREAM);
    }
}
