package dev.jvirt.benchmarks.wire;

import dev.jvirt.protocol.domain.ConnectGetAllDomainStatsReplyCodec;
import dev.jvirt.protocol.domain.DomainStatsCalls.ConnectGetAllDomainStats;
import dev.jvirt.protocol.domain.DomainStatsCalls.StatsRecord;
import dev.jvirt.protocol.remote.ConnectListAllDomainsReplyCodec;
import dev.jvirt.protocol.remote.DomainCalls.ConnectListAllDomains;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetXmlDesc;
import dev.jvirt.protocol.remote.DomainCalls.DomainLookupByName;
import dev.jvirt.protocol.remote.DomainEventCallbackLifecycleCodec;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventCallbackLifecycle;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventLifecycle;
import dev.jvirt.protocol.remote.DomainGetXmlDescReplyCodec;
import dev.jvirt.protocol.remote.DomainLookupByNameCodec;
import dev.jvirt.protocol.remote.DomainLookupByNameReplyCodec;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.TypedValue;
import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.frame.RpcErrorCodec;
import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Messages of daily life.
public enum Message {
    LOOKUP(new DomainLookupByName("web-server-01"), DomainLookupByNameCodec.INSTANCE),
    LOOKUP_REPLY(new DomainLookupByName.Reply(domain(1)), DomainLookupByNameReplyCodec.INSTANCE),
    LIST_OF_100_DOMAINS(
            new ConnectListAllDomains.Reply(
                    IntStream.range(0, 100).mapToObj(Message::domain).toList(), 100),
            ConnectListAllDomainsReplyCodec.INSTANCE),
    XML_OF_4_KIB(
            new DomainGetXmlDesc.Reply("<domain type='kvm'>\n".repeat(205)),
            DomainGetXmlDescReplyCodec.INSTANCE),
    STATS_OF_A_DOMAIN(
            new ConnectGetAllDomainStats.Reply(List.of(stats())),
            ConnectGetAllDomainStatsReplyCodec.INSTANCE),
    ERROR(
            RpcError.system(2, "no domain with matching name 'web-server-02'"),
            RpcErrorCodec.INSTANCE),
    EVENT(
            new DomainEventCallbackLifecycle(7, new DomainEventLifecycle(domain(1), 2, 0)),
            DomainEventCallbackLifecycleCodec.INSTANCE);

    private static final FrameHeader HEADER =
            new FrameHeader(
                    Program.REMOTE.number(),
                    Program.REMOTE.version(),
                    1,
                    MessageType.REPLY,
                    1,
                    MessageStatus.OK);

    private final Format<?> format;

    private record Format<T>(T value, XdrCodec<T> codec) {
        void write(XdrWriter out) {
            codec.write(out, value);
        }
    }

    <T> Message(T value, XdrCodec<T> codec) {
        this.format = new Format<>(value, codec);
    }

    /// Writes its frame, but for the length.
    void write(XdrWriter out) {
        Frames.begin(out, HEADER);
        format.write(out);
    }

    /// Reads its payload.
    Object read(XdrReader payload) {
        return format.codec().read(payload);
    }

    private static RemoteDomain domain(int number) {
        return new RemoteDomain(
                "web-server-%02d".formatted(number), new UUID(0x1234_5678L, number), number);
    }

    private static StatsRecord stats() {
        var parameters = new ArrayList<TypedParameter>();
        for (int i = 0; i < 20; i++) {
            parameters.add(
                    new TypedParameter(
                            "vcpu.%d.time".formatted(i), new TypedValue.OfUnsignedLong(i)));
            parameters.add(
                    new TypedParameter("vcpu.%d.state".formatted(i), new TypedValue.OfInt(1)));
            parameters.add(
                    new TypedParameter(
                            "block.%d.name".formatted(i), new TypedValue.OfString("vda")));
        }
        return new StatsRecord(domain(1), parameters);
    }
}
