package dev.jvirt.documents.domain.completion;

import dev.jvirt.documents.domain.MacAddress;
import java.util.concurrent.ThreadLocalRandom;

/// Hardware addresses in the range that QEMU and libvirt use.
final class RandomMac {
    private static final long PREFIX = 0x525400L << 24;

    private RandomMac() {}

    static MacAddress next() {
        return new MacAddress(PREFIX | ThreadLocalRandom.current().nextInt(1 << 24));
    }
}
