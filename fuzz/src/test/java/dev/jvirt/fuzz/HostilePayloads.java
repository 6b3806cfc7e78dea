package dev.jvirt.fuzz;

import dev.jvirt.rpc.xdr.XdrWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What a client that means harm sends as the arguments of a procedure; always the same.
final class HostilePayloads {
    private static final int[] LENGTHS = {
        -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 16384, 16385, 4_194_304, 4_194_305
    };
    private static final int WORDS_TRIED = 3;
    private static final int TOO_MUCH = 2048;
    private static final int NOISE = 96;

    private HostilePayloads() {}

    /// @param arguments of the procedure
    static List<byte[]> of(WireMessage arguments) {
        var random = new Random(arguments.toString().hashCode());
        byte[] sound = sound(arguments, random.nextLong());
        var payloads = new ArrayList<byte[]>();
        payloads.add(new byte[0]);
        payloads.add(Arrays.copyOf(sound, sound.length / 2));
        payloads.add(Arrays.copyOf(sound, Math.max(0, sound.length - 1)));
        payloads.add(Arrays.copyOf(sound, sound.length + TOO_MUCH));
        for (int i = 0; i < WORDS_TRIED && sound.length >= 4; i++) {
            int at = 4 * random.nextInt(sound.length / 4);
            byte[] changed = Arrays.copyOf(sound, sound.length + TOO_MUCH);
            ByteBuffer.wrap(changed).putInt(at, LENGTHS[random.nextInt(LENGTHS.length)]);
            payloads.add(changed);
        }
        byte[] noise = new byte[NOISE];
        random.nextBytes(noise);
        payloads.add(noise);
        byte[] ones = new byte[NOISE];
        Arrays.fill(ones, (byte) -1);
        payloads.add(ones);
        payloads.add(sound);
        return payloads;
    }

    private static byte[] sound(WireMessage arguments, long seed) {
        if (arguments.type().getRecordComponents().length == 0) {
            return new byte[0];
        }
        var out = new XdrWriter();
        arguments.codec().write(out, new RandomRecord(seed).of(arguments.type()));
        return out.toByteArray();
    }
}
