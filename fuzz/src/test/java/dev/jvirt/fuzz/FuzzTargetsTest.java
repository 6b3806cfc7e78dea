package dev.jvirt.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every target bears its seeds and what [Mutations] makes of them. The inputs are always the same:
/// a failure here is one everywhere.
class FuzzTargetsTest {
    private static final int INPUTS = 1000;

    static List<FuzzTarget> targets() {
        return FuzzTargets.all();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void seedsLeadIntoTheTarget(FuzzTarget target) throws InterruptedException {
        int taken = new Trial(target).feed(target.seeds().get().iterator());

        assertThat(taken).isPositive();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatIsMadeOfThemIsTakenOrRefused(FuzzTarget target) throws InterruptedException {
        var mutations = new Mutations(target);

        int taken =
                new Trial(target).feed(Stream.generate(mutations::next).limit(INPUTS).iterator());

        assertThat(taken).isPositive();
        if (!target.refusals().isEmpty() && !target.name().equals("virsh-completion")) {
            assertThat(taken).isLessThan(INPUTS);
        }
    }

    @Test
    void everyStructureOfEveryProgramIsAmongTheSeeds() {
        var messages = WireMessage.all();

        assertThat(messages).hasSizeGreaterThan(700).doesNotHaveDuplicates();
        assertThat(messages.stream().map(WireMessage::program).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Program.REMOTE, Program.QEMU, Program.LXC, Program.ADMIN));
        assertThat(FuzzTargets.require("messages").seeds().get()).hasSameSizeAs(messages);
    }

    /// Small objects are larger here than on the wire; lists with a limit keep that in bounds.
    @Test
    void theLongestListsOfSmallThingsTakeLittleMoreMemoryThanOnTheWire()
            throws InterruptedException {
        var messages = WireMessage.all();
        var target = FuzzTargets.require("messages");
        var inputs = new ArrayList<byte[]>();
        for (int i = 0; i < messages.size(); i++) {
            var type = messages.get(i).type();
            if (Arrays.stream(type.getRecordComponents()).anyMatch(FuzzTargetsTest::isList)) {
                var out = new XdrWriter();
                out.writeRaw(new byte[] {(byte) (i >> 8), (byte) i}, 0, WireTargets.CHOICE);
                messages.get(i)
                        .codec()
                        .write(out, new RandomRecord(i, FuzzTargetsTest::longest).of(type));
                inputs.add(out.toByteArray());
            }
        }

        assertThat(inputs).hasSizeGreaterThan(80);
        assertThat(new Trial(target).feed(inputs.iterator())).isEqualTo(inputs.size());
    }

    private static boolean isList(RecordComponent component) {
        return component.getType() == List.class;
    }

    private static Optional<Object> longest(RecordComponent component) {
        Max max = component.getAnnotation(Max.class);
        if (!isList(component) || max == null) {
            return Optional.empty();
        }
        int count = Math.min(max.value(), 16384);
        return Optional.of(Collections.nCopies(count, new RandomRecord(3).element(component)));
    }

    /// Whatever a peer sends, what was made of it can be sent on and arrives as the same.
    @Test
    void whatCanBeDecodedCanBeEncodedAndDecodedAgain() {
        var messages = WireMessage.all();
        var target = FuzzTargets.require("messages");
        var mutations = new Mutations(target);
        for (int i = 0; i < 10 * INPUTS; i++) {
            byte[] input = mutations.next();
            if (input.length < WireTargets.CHOICE || !target.feed(input)) {
                continue;
            }
            var message = messages.get(WireTargets.choice(input, messages.size()));
            var in = new XdrReader(input, WireTargets.CHOICE, input.length - WireTargets.CHOICE);
            Object value = message.codec().read(in);

            var out = new XdrWriter();
            message.codec().write(out, value);
            byte[] again = out.toByteArray();

            assertThat(message.codec().read(new XdrReader(again, 0, again.length)))
                    .as(message.toString())
                    .isEqualTo(value);
        }
    }

    @Test
    void targetsHaveNamesOfTheirOwn() {
        assertThat(targets()).extracting(FuzzTarget::name).doesNotHaveDuplicates();
    }
}
