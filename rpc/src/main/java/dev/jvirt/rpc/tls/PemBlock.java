package dev.jvirt.rpc.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// One block of a PEM file.
final class PemBlock {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    private final String label;
    private final byte[] content;

    private PemBlock(String label, byte[] content) {
        this.label = label;
        this.content = content;
    }

    /// What stands behind BEGIN.
    String label() {
        return label;
    }

    /// The bytes.
    byte[] content() {
        return content;
    }

    /// The blocks of a file, in order.
    ///
    /// @throws IllegalArgumentException if one of them is broken
    static List<PemBlock> read(String text) {
        var blocks = new ArrayList<PemBlock>();
        int at = text.indexOf(BEGIN);
        while (at >= 0) {
            int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
            if (labelEnd < 0) {
                throw new IllegalArgumentException("a PEM header without an end");
            }
            String label = text.substring(at + BEGIN.length(), labelEnd);
            int start = labelEnd + DASHES.length();
            int end = text.indexOf(END + label + DASHES, start);
            if (end < 0) {
                throw new IllegalArgumentException("a PEM block without an end");
            }
            blocks.add(new PemBlock(label, decode(text.substring(start, end))));
            at = text.indexOf(BEGIN, end);
        }
        return blocks;
    }

    private static byte[] decode(String lines) {
        return Base64.getMimeDecoder().decode(lines);
    }
}
