package dev.jvirt.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.protocol.domain.RemoteDomainSnapshot;
import dev.jvirt.protocol.domain.RemoteDomainSnapshotCodec;
import dev.jvirt.protocol.index.WireShapes;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslStep;
import dev.jvirt.protocol.remote.AuthSaslStepCodec;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.shape.MessageShape;
import dev.jvirt.protocol.shape.Shape;
import dev.jvirt.protocol.shape.Shape.Bytes;
import dev.jvirt.protocol.shape.Shape.Field;
import dev.jvirt.protocol.shape.Shape.Scalar;
import dev.jvirt.protocol.shape.Shape.Structure;
import dev.jvirt.protocol.shape.Shape.Text;
import dev.jvirt.protocol.storage.RemoteStorageVolume;
import dev.jvirt.protocol.storage.RemoteStorageVolumeCodec;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.TypedParameterCodec;
import dev.jvirt.protocol.wire.TypedValue;
import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Forms on the wire that nobody would guess from the C functions. What the two halves make of them
/// is tested there; `docs/wire-forms.md` lists all of them.
class WireFormsTest {
    private static final RemoteDomain WEB = new RemoteDomain("web", new UUID(1, 2), 3);

    private static MessageShape message(String name) {
        return IntStream.range(0, 1000)
                .mapToObj(number -> WireShapes.find(Program.REMOTE.number(), number))
                .flatMap(Optional::stream)
                .filter(shape -> shape.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Shape field(Structure structure, String name) {
        return structure.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(Field::shape)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Structure structure) {
        return structure.fields().stream().map(Field::name).toList();
    }

    private static <T> String hex(XdrCodec<T> codec, T value) {
        var out = new XdrWriter();
        codec.write(out, value);
        return HexFormat.of().formatHex(out.toByteArray());
    }

    @Test
    void theModelOfAHostIsThirtyTwoCharsInWordsOfTheirOwn() {
        var model = field(message("node_get_info").reply(), "model");

        assertThat(model).isEqualTo(new Bytes(32, true, true));
    }

    @ParameterizedTest
    @CsvSource({
        "domain_get_security_label, label",
        "node_get_security_model, model",
        "node_get_security_model, doi",
        "auth_sasl_start, data",
        "auth_sasl_step, data"
    })
    void labelsAndLoginsAreArraysOfChars(String name, String field) {
        assertThat(field(message(name).reply(), field))
                .isInstanceOfSatisfying(
                        Bytes.class,
                        bytes ->
                                assertThat(List.of(bytes.fixed(), bytes.chars()))
                                        .containsExactly(false, true));
    }

    /// C extends the sign; whoever reads must not care.
    @Test
    void aCharTakesAWordAndOnlyItsLowEightBitsCount() {
        var step = new AuthSaslStep(0, new Opaque(new byte[] {1, -2}));

        assertThat(hex(AuthSaslStepCodec.INSTANCE, step))
                .isEqualTo("00000000" + "00000002" + "00000001" + "fffffffe");
        byte[] plain = HexFormat.of().parseHex("000000000000000200000001000000fe");
        assertThat(AuthSaslStepCodec.INSTANCE.read(new XdrReader(plain, 0, 16))).isEqualTo(step);
    }

    @Test
    void smallNumbersOfDomainsTakeWords() {
        assertThat(message("domain_get_info").reply().fields())
                .extracting(Field::shape)
                .containsExactly(Scalar.BYTE, Scalar.LONG, Scalar.LONG, Scalar.SHORT, Scalar.LONG);
        assertThat(field(message("storage_pool_get_info").reply(), "state")).isEqualTo(Scalar.BYTE);
        assertThat(field(message("storage_vol_get_info").reply(), "type")).isEqualTo(Scalar.BYTE);
        assertThat(field(message("storage_vol_get_info_flags").reply(), "type"))
                .isEqualTo(Scalar.BYTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain_migrate_prepare",
                "domain_migrate_perform",
                "domain_migrate_finish",
                "domain_migrate_prepare2",
                "domain_migrate_finish2",
                "domain_migrate_prepare_tunnel",
                "domain_migrate_begin3",
                "domain_migrate_prepare3",
                "domain_migrate_prepare_tunnel3",
                "domain_migrate_perform3",
                "domain_migrate_finish3",
                "domain_migrate_confirm3"
            })
    void flagsOfOldStepsOfMigrationsAreLong(String name) {
        assertThat(field(message(name).body(), "flags")).isEqualTo(Scalar.LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain_migrate_begin3_params",
                "domain_migrate_prepare3_params",
                "domain_migrate_prepare_tunnel3_params",
                "domain_migrate_perform3_params",
                "domain_migrate_finish3_params",
                "domain_migrate_confirm3_params"
            })
    void flagsOfStepsWithParametersAreShort(String name) {
        assertThat(field(message(name).body(), "flags")).isEqualTo(Scalar.INT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain_migrate_prepare_tunnel",
                "domain_migrate_prepare_tunnel3",
                "domain_migrate_prepare_tunnel3_params"
            })
    void everyTunnelIsAStream(String name) {
        assertThat(message(name).kind()).isEqualTo(MessageShape.Kind.STREAM_CALL);
    }

    @Test
    void aBooleanParameterIsAWord() {
        var parameter = new TypedParameter("on", new TypedValue.OfBoolean(1));

        assertThat(hex(TypedParameterCodec.INSTANCE, parameter))
                .isEqualTo("00000002" + "6f6e0000" + "00000006" + "00000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node_device_lookup_by_name",
                "node_device_get_xml_desc",
                "node_device_get_parent",
                "node_device_num_of_caps",
                "node_device_list_caps",
                "node_device_dettach",
                "node_device_detach_flags",
                "node_device_re_attach",
                "node_device_reset",
                "node_device_destroy"
            })
    void deviceCallsTakeTheBareName(String name) {
        assertThat(message(name).body().fields().getFirst())
                .satisfies(
                        field -> {
                            assertThat(field.name()).isEqualTo("name");
                            assertThat(field.shape()).isInstanceOf(Text.class);
                        });
    }

    @Test
    void snapshotsEmbedTheirDomainAndVolumesNameTheirPool() {
        assertThat(hex(RemoteDomainSnapshotCodec.INSTANCE, new RemoteDomainSnapshot("s", WEB)))
                .isEqualTo(
                        "00000001"
                                + "73000000"
                                + "00000003"
                                + "77656200"
                                + "0000000000000001"
                                + "0000000000000002"
                                + "00000003");
        assertThat(hex(RemoteStorageVolumeCodec.INSTANCE, new RemoteStorageVolume("p", "v", "/k")))
                .isEqualTo(
                        "00000001"
                                + "70000000"
                                + "00000001"
                                + "76000000"
                                + "00000002"
                                + "2f6b0000");
    }

    @Test
    void onlyTheCallWithFlagsTellsTheStartedDomain() {
        assertThat(message("domain_create").reply()).isEqualTo(Structure.EMPTY);
        assertThat(names(message("domain_create_with_flags").reply())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pmwakeup", "pmsuspend", "pmsuspend_disk"})
    void theReasonOfPowerEventsStandsBeforeTheOldMessage(String name) {
        assertThat(names(message("domain_event_callback_" + name).body()))
                .containsExactly("callbackId", "reason", "msg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lifecycle",
                "reboot",
                "rtc_change",
                "watchdog",
                "io_error",
                "graphics",
                "io_error_reason",
                "control_error",
                "block_job",
                "disk_change",
                "tray_change",
                "balloon_change",
                "device_removed"
            })
    void olderEventsNestTheirOldMessage(String name) {
        assertThat(names(message("domain_event_callback_" + name).body()))
                .containsExactly("callbackId", "msg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tunable",
                "agent_lifecycle",
                "device_added",
                "migration_iteration",
                "job_completed",
                "device_removal_failed",
                "metadata_change"
            })
    void laterEventsAreFlat(String name) {
        assertThat(names(message("domain_event_callback_" + name).body()))
                .startsWith("callbackId", "domain")
                .doesNotContain("msg");
    }

    @Test
    void listsTellTheirCountBesideTheirElements() {
        var reply = message("connect_list_all_domains").reply();

        assertThat(names(message("connect_list_all_domains").body())).startsWith("needResults");
        assertThat(names(reply)).containsExactly("domains", "count");
    }
}
