package dev.jvirt.benchmarks.wire;

import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From a payload to its record.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Decoding {
    private byte[] frame = {};

    @Param public Message message = Message.LOOKUP;

    /// Makes the frame that is decoded.
    @Setup
    public void encode() {
        var out = new XdrWriter();
        message.write(out);
        frame = out.toByteArray();
    }

    /// @return the record
    @Benchmark
    public Object decode() {
        return message.read(new XdrReader(frame, Frames.OVERHEAD, frame.length - Frames.OVERHEAD));
    }
}
