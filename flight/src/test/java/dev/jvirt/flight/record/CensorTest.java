package dev.jvirt.flight.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.protocol.domain.DomainGuestCalls.DomainSetUserPassword;
import dev.jvirt.protocol.domain.DomainSetUserPasswordCodec;
import dev.jvirt.protocol.host.SecretCalls.SecretGetValue;
import dev.jvirt.protocol.host.SecretGetValueReplyCodec;
import dev.jvirt.protocol.qemu.DomainMonitorCommandCodec;
import dev.jvirt.protocol.qemu.QemuCalls.DomainMonitorCommand;
import dev.jvirt.protocol.remote.AuthCalls.AuthSaslStart;
import dev.jvirt.protocol.remote.AuthSaslStartCodec;
import dev.jvirt.protocol.remote.DomainCalls.DomainCreateXml;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetXmlDesc;
import dev.jvirt.protocol.remote.DomainCreateXmlCodec;
import dev.jvirt.protocol.remote.DomainGetXmlDescReplyCodec;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.frame.RpcErrorCodec;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CensorTest {
    private static final RemoteDomain WEB = new RemoteDomain("web", new UUID(1, 2), 7);
    private static final String HUNTER = "hunter2";

    private final Censor censor = new Censor(false);

    @Test
    void aPasswordOfAnArgumentIsHiddenInItsLength() {
        byte[] frame =
                SampleFrames.call(
                        357,
                        4,
                        DomainSetUserPasswordCodec.INSTANCE,
                        new DomainSetUserPassword(
                                WEB, Optional.of("root"), Optional.of(HUNTER), 0));

        byte[] kept = censor.keep(frame.clone());

        assertThat(kept).hasSameSizeAs(frame);
        var decoded =
                DomainSetUserPasswordCodec.INSTANCE.read(SampleFrames.received(kept).payload());
        assertThat(decoded)
                .isEqualTo(
                        new DomainSetUserPassword(
                                WEB, Optional.of("root"), Optional.of("*******"), 0));
    }

    @Test
    void theValueOfASecretIsHiddenInTheReply() {
        byte[] frame =
                SampleFrames.reply(
                        145,
                        4,
                        SecretGetValueReplyCodec.INSTANCE,
                        new SecretGetValue.Reply(new Opaque(HUNTER.getBytes(UTF_8))));

        byte[] kept = censor.keep(frame.clone());

        var reply = SecretGetValueReplyCodec.INSTANCE.read(SampleFrames.received(kept).payload());
        assertThat(reply.value().text()).isEqualTo("*******");
    }

    @Test
    void charsOfALoginStayChars() {
        byte[] frame =
                SampleFrames.call(
                        68,
                        4,
                        AuthSaslStartCodec.INSTANCE,
                        new AuthSaslStart("PLAIN", 0, new Opaque(HUNTER.getBytes(UTF_8))));

        byte[] kept = censor.keep(frame.clone());

        var call = AuthSaslStartCodec.INSTANCE.read(SampleFrames.received(kept).payload());
        assertThat(call)
                .isEqualTo(new AuthSaslStart("PLAIN", 0, new Opaque("*******".getBytes(UTF_8))));
        assertThat(kept).hasSameSizeAs(frame);
    }

    @Test
    void passwordsOfADocumentAreHiddenBothWays() {
        String xml =
                "<graphics type='vnc' passwd='hunter2' passwdValidTo='2030'/><spice passwd=\"x\"/>";
        String hidden =
                "<graphics type='vnc' passwd='*******' passwdValidTo='2030'/><spice passwd=\"*\"/>";

        byte[] call =
                censor.keep(
                        SampleFrames.call(
                                10, 4, DomainCreateXmlCodec.INSTANCE, new DomainCreateXml(xml, 0)));
        byte[] reply =
                censor.keep(
                        SampleFrames.reply(
                                14,
                                4,
                                DomainGetXmlDescReplyCodec.INSTANCE,
                                new DomainGetXmlDesc.Reply(xml)));

        assertThat(DomainCreateXmlCodec.INSTANCE.read(SampleFrames.received(call).payload()))
                .isEqualTo(new DomainCreateXml(hidden, 0));
        assertThat(DomainGetXmlDescReplyCodec.INSTANCE.read(SampleFrames.received(reply).payload()))
                .isEqualTo(new DomainGetXmlDesc.Reply(hidden));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"execute\":\"set_password\",\"arguments\":{\"password\" : \"hu\\\"er2\"}}"
                        + "|{\"execute\":\"set_password\",\"arguments\":{\"password\" : \"*******\"}}",
                "{\"arguments\":{\"qom-type\":\"secret\",\"data\":\"hunter2\",\"id\":\"s\"}}"
                        + "|{\"arguments\":{\"qom-type\":\"secret\",\"data\":\"*******\",\"id\":\"s\"}}",
                "set_password vnc hunter2|set_password ***********",
                "{\"command-line\":\"change vnc password hunter2\"}"
                        + "|{\"command-line\":\"change vnc password********\"}",
                "object_add secret,id=s,data=hunter2|object_add secret,id=s,data=*******",
                "info status|info status",
                "{\"execute\":\"query-status\"}|{\"execute\":\"query-status\"}"
            })
    void passwordsOfMonitorCommandsAreHidden(String command, String hidden) {
        var header = new FrameHeader(Program.QEMU.number(), 1, 1, MessageType.CALL, 4, 0);
        byte[] frame =
                SampleFrames.frame(
                        header,
                        DomainMonitorCommandCodec.INSTANCE,
                        new DomainMonitorCommand(WEB, command, 0));

        byte[] kept = censor.keep(frame);

        assertThat(DomainMonitorCommandCodec.INSTANCE.read(SampleFrames.received(kept).payload()))
                .isEqualTo(new DomainMonitorCommand(WEB, hidden, 0));
    }

    @Test
    void anErrorThatQuotesAPasswordHidesIt() {
        byte[] frame =
                SampleFrames.frame(
                        SampleFrames.remote(10, MessageType.REPLY, 4, MessageStatus.ERROR),
                        RpcErrorCodec.INSTANCE,
                        RpcError.internal("bad element <vnc passwd='hunter2'/>"));

        assertThat(new String(censor.keep(frame), UTF_8))
                .contains("passwd='*******'")
                .doesNotContain(HUNTER);
    }

    @Test
    void ofWhatIsNotUnderstoodOnlyTheHeaderIsKept() {
        byte[] text = HUNTER.getBytes(UTF_8);
        byte[] unknown = SampleFrames.raw(SampleFrames.remote(4711, MessageType.CALL, 4, 0), text);
        byte[] undecodable =
                SampleFrames.raw(SampleFrames.remote(357, MessageType.CALL, 4, 0), text);

        assertThat(censor.keep(unknown)).hasSize(Frames.OVERHEAD);
        assertThat(censor.keep(undecodable)).hasSize(Frames.OVERHEAD);
    }

    @Test
    void whatNobodyReadsBehindAMessageIsNotKept() {
        byte[] frame = SampleFrames.raw(SampleFrames.remote(2, MessageType.CALL, 4, 0), (byte) 9);

        assertThat(censor.keep(frame)).hasSize(Frames.OVERHEAD);
    }

    @Test
    void dataOfStreamsAreKeptOnlyIfWanted() {
        byte[] frame = SampleFrames.data(209, 4, HUNTER.getBytes(UTF_8));

        assertThat(censor.keep(frame.clone())).hasSize(Frames.OVERHEAD);
        assertThat(new Censor(true).keep(frame.clone())).isEqualTo(frame);
    }
}
