package dev.jvirt.fuzz;

/// How much memory an input may cost, all told: also what is given back at once.
///
/// @param factor bytes for each byte of the input
/// @param constant bytes for any input
record MemoryBound(int factor, int constant) {
    private static final int KIB = 1024;

    /// Bytes of the wire become strings and arrays that are hardly larger. The constant has room
    /// for the refusal with its stack trace, and for the small objects around few bytes.
    private static final MemoryBound WIRE = new MemoryBound(4, 64 * KIB);

    /// A string of one letter takes eight bytes on the wire and some fifty here, a parameter with a
    /// number sixteen and some ninety. All lists of them have a limit.
    private static final MemoryBound MESSAGES = new MemoryBound(8, 64 * KIB);

    /// The largest packet of a stream finds its array at once: it is as large as the header says,
    /// but no larger than 256 KiB before more has come.
    private static final MemoryBound FRAMES = new MemoryBound(4, (64 + 256) * KIB);

    /// The shortest elements, numbers and words have two to four bytes; each becomes an object or
    /// two with their lists.
    private static final MemoryBound TEXT = new MemoryBound(128, 256 * KIB);

    /// A number in it may stand for 16384 vCPUs or threads, all of them made and printed. It holds
    /// for documents with a few dozen devices: completing them takes memory, given back at once,
    /// with the square of their count, which is why that is limited.
    private static final MemoryBound DOMAIN = new MemoryBound(128, 8 * KIB * KIB);

    /// The parser is the JDK's, and the trees are its DOM.
    private static final MemoryBound DOM = new MemoryBound(512, 1024 * KIB);

    /// A command has all its options with it, and the shortest has two letters.
    private static final MemoryBound SHELL = new MemoryBound(512, 256 * KIB);

    /// The JDK looks for its algorithms and loads them at the first login, and a salted password
    /// takes thousands of rounds with small arrays.
    private static final MemoryBound LOGIN = new MemoryBound(128, 8 * KIB * KIB);

    static MemoryBound of(FuzzTarget target) {
        return switch (target.name()) {
            case "xdr", "errors" -> WIRE;
            case "messages" -> MESSAGES;
            case "frames", "client", "server" -> FRAMES;
            case "domain", "domain-defined", "domain-qemu", "status", "cpu", "device" -> DOMAIN;
            case "virsh-xml" -> DOM;
            case "virsh-line", "virsh-arguments", "virsh-completion" -> SHELL;
            case "scram-server", "scram-client", "digest-server", "digest-client" -> LOGIN;
            default -> TEXT;
        };
    }

    long of(int length) {
        return (long) factor * length + constant;
    }
}
