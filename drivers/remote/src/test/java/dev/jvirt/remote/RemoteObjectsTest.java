package dev.jvirt.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.Network;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.api.host.NwfilterDefineFlag;
import dev.jvirt.api.network.NetworkChange;
import dev.jvirt.api.network.NetworkDefineFlag;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.network.NetworkPortId;
import dev.jvirt.api.network.NetworkUpdateCommand;
import dev.jvirt.api.network.NetworkUpdateFlag;
import dev.jvirt.api.network.NetworkUpdateSection;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeListDevices;
import dev.jvirt.protocol.host.NodeListDevicesCodec;
import dev.jvirt.protocol.host.NodeListDevicesReplyCodec;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterDefineXml;
import dev.jvirt.protocol.host.NwfilterCalls.NwfilterDefineXmlFlags;
import dev.jvirt.protocol.host.NwfilterDefineXmlFlagsReplyCodec;
import dev.jvirt.protocol.host.NwfilterDefineXmlReplyCodec;
import dev.jvirt.protocol.host.RemoteNwfilter;
import dev.jvirt.protocol.network.NetworkDefineXmlFlagsReplyCodec;
import dev.jvirt.protocol.network.NetworkDefineXmlReplyCodec;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkDefineXml;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkDefineXmlFlags;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkUpdate;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortGetParameters;
import dev.jvirt.protocol.network.NetworkPortGetParametersCodec;
import dev.jvirt.protocol.network.NetworkPortGetParametersReplyCodec;
import dev.jvirt.protocol.network.NetworkUpdateCodec;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectSupportsFeature;
import dev.jvirt.protocol.remote.ConnectSupportsFeatureCodec;
import dev.jvirt.protocol.remote.ConnectSupportsFeatureReplyCodec;
import dev.jvirt.protocol.remote.Feature;
import dev.jvirt.protocol.remote.RemoteNetwork;
import dev.jvirt.rpc.xdr.XdrCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Calls about networks and other objects of the host whose form on the wire is not just theirs.
@Timeout(20)
class RemoteObjectsTest {
    private static final NetworkId LAN = new NetworkId("lan", new UUID(1, 2));
    private static final NetworkChange HOST =
            NetworkChange.of(
                    NetworkUpdateCommand.ADD_FIRST,
                    NetworkUpdateSection.IP_DHCP_HOST,
                    -1,
                    "<host/>");

    private FakeDaemon daemon;

    @BeforeEach
    void startDaemon(@TempDir Path folder) throws IOException {
        daemon = new FakeDaemon(folder);
    }

    @AfterEach
    void stopDaemon() throws IOException {
        daemon.close();
    }

    private Connection open() {
        return daemon.connect();
    }

    /// Notes the arguments of a call that has no result.
    private <A> List<A> note(int procedure, XdrCodec<A> codec) {
        var noted = new CopyOnWriteArrayList<A>();
        daemon.answer(procedure, (args, reply) -> noted.add(codec.read(args)));
        return noted;
    }

    @Test
    void changesTravelInTheirOrder() {
        var updates = note(291, NetworkUpdateCodec.INSTANCE);

        try (var connection = open()) {
            Network network = connection.networks().network(LAN);
            network.update(HOST, Flags.of(NetworkUpdateFlag.AFFECT_LIVE));
        }

        assertThat(updates)
                .containsExactly(
                        new NetworkUpdate(
                                new RemoteNetwork("lan", LAN.uuid()), 4, 4, -1, "<host/>", 1));
    }

    @Test
    void daemonsThatTakeCommandAndSectionForEachOtherGetThemSwapped() {
        var change = new NetworkChange(2, 10, 0, "<host/>");
        var asked = new CopyOnWriteArrayList<Integer>();
        daemon.answer(
                60,
                (args, reply) -> {
                    asked.add(ConnectSupportsFeatureCodec.INSTANCE.read(args).feature());
                    ConnectSupportsFeatureReplyCodec.INSTANCE.write(
                            reply, new ConnectSupportsFeature.Reply(0));
                });
        var updates = note(291, NetworkUpdateCodec.INSTANCE);

        try (var connection = open()) {
            connection.networks().network(LAN).update(change, Flags.none());
            connection.networks().network(LAN).update(change, Flags.none());
        }

        assertThat(asked).containsOnlyOnce(Feature.NETWORK_UPDATE_HAS_CORRECT_ORDER);
        assertThat(updates)
                .hasSize(2)
                .allSatisfy(
                        update -> {
                            assertThat(update.command()).isEqualTo(10);
                            assertThat(update.section()).isEqualTo(2);
                        });
    }

    @Test
    void definitionsWithoutFlagsAreSentAsEveryDaemonKnowsThem() {
        var network = new RemoteNetwork("lan", LAN.uuid());
        var filter = new RemoteNwfilter("clean", LAN.uuid());
        daemon.answer(41, NetworkDefineXmlReplyCodec.INSTANCE, new NetworkDefineXml.Reply(network));
        daemon.answer(
                432,
                NetworkDefineXmlFlagsReplyCodec.INSTANCE,
                new NetworkDefineXmlFlags.Reply(network));
        daemon.answer(
                180, NwfilterDefineXmlReplyCodec.INSTANCE, new NwfilterDefineXml.Reply(filter));
        daemon.answer(
                431,
                NwfilterDefineXmlFlagsReplyCodec.INSTANCE,
                new NwfilterDefineXmlFlags.Reply(filter));

        try (var connection = open()) {
            connection.networks().defineXml("", Flags.none());
            connection.networks().defineXml("", Flags.of(NetworkDefineFlag.VALIDATE));
            connection.nwfilters().defineXml("", Flags.none());
            connection.nwfilters().defineXml("", Flags.of(NwfilterDefineFlag.VALIDATE));
        }

        assertThat(daemon.calls()).containsSubsequence(41, 432, 180, 431);
    }

    @Test
    void devicesAreDetachedAsEveryDaemonKnowsIt() {
        daemon.answer(118);
        daemon.answer(301);

        try (var connection = open()) {
            var device = connection.nodeDevices().device(new NodeDeviceId("pci_0000_00_02_0"));
            device.detach(Optional.empty(), 0);
            device.detach(Optional.of("vfio"), 0);
        }

        assertThat(daemon.calls()).containsSubsequence(118, 301);
    }

    @Test
    void namesOfDevicesComeInOneCall() {
        var asked = new CopyOnWriteArrayList<NodeListDevices>();
        daemon.answer(
                112,
                (args, reply) -> {
                    asked.add(NodeListDevicesCodec.INSTANCE.read(args));
                    NodeListDevicesReplyCodec.INSTANCE.write(
                            reply, new NodeListDevices.Reply(List.of("computer")));
                });

        try (var connection = open()) {
            assertThat(connection.nodeDevices().names(Optional.of("system"), 0))
                    .containsExactly("computer");
        }

        assertThat(asked).containsExactly(new NodeListDevices(Optional.of("system"), 65536, 0));
    }

    @Test
    void noFlagIsAddedForTheParametersOfPorts() {
        var parameters = TypedParameters.of("inbound.average", TypedValue.ofUnsignedInt(5));
        var asked = new CopyOnWriteArrayList<NetworkPortGetParameters>();
        daemon.answer(
                407,
                (args, reply) -> {
                    asked.add(NetworkPortGetParametersCodec.INSTANCE.read(args));
                    NetworkPortGetParametersReplyCodec.INSTANCE.write(
                            reply,
                            new NetworkPortGetParameters.Reply(Parameters.remote(parameters), 0));
                });

        try (var connection = open()) {
            var port =
                    connection
                            .networks()
                            .network(LAN)
                            .ports()
                            .port(new NetworkPortId(LAN, new UUID(3, 4)));
            assertThat(port.parameters(0)).isEqualTo(parameters);
        }

        assertThat(asked).extracting(NetworkPortGetParameters::flags).containsExactly(0);
    }

    @Test
    void daemonsThatAreTooOldSaySo() {
        try (var connection = open()) {
            var network = connection.networks().network(LAN);

            var error =
                    catchThrowableOfType(
                            LibvirtException.class,
                            () -> network.metadata(1, Optional.empty(), Flags.none()));

            assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
            assertThat(error).hasMessage("unknown procedure: 445");
        }
    }
}
