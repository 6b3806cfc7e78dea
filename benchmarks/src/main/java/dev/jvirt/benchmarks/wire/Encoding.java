package dev.jvirt.benchmarks.wire;

import dev.jvirt.rpc.frame.Frames;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From a record to a frame, in a buffer that is used again and again.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Encoding {
    private static final int KEPT = 256 << 10;

    private final XdrWriter out = new XdrWriter();

    @Param public Message message = Message.LOOKUP;

    /// @return the bytes written
    @Benchmark
    public int encode() {
        out.reset(KEPT);
        message.write(out);
        Frames.end(out, 0);
        return out.position();
    }
}
