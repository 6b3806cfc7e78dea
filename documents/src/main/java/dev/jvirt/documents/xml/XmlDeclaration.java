package dev.jvirt.documents.xml;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;

/// `<?xml version='1.0'?>`: says nothing that is not known already, but must be right.
final class XmlDeclaration {
    private final XmlScanner in;

    private XmlDeclaration(XmlScanner in) {
        this.in = in;
    }

    /// Skips the declaration, if there is one.
    static void skip(XmlScanner in) {
        if (in.looking("<?xml") && Character.isWhitespace(in.charAt(5))) {
            new XmlDeclaration(in).skip();
        }
    }

    private void skip() {
        in.advance("<?xml".length());
        in.skipBlanks();
        if (!in.skip("version")) {
            throw in.error("Malformed declaration expecting version");
        }
        String version = value();
        if (!version.startsWith("1.")) {
            throw in.error("Unsupported version '%s'".formatted(version));
        }
        if (!in.looking("?>") && !in.skipBlanks()) {
            throw in.error("Blank needed here");
        }
        if (in.skip("encoding")) {
            String encoding = value();
            if (!isSupported(encoding)) {
                throw in.error("Unsupported encoding " + encoding);
            }
            in.skipBlanks();
        }
        if (in.skip("standalone")) {
            standalone();
        }
        in.skipBlanks();
        if (!in.skip("?>")) {
            throw in.error("parsing XML declaration: '?>' expected");
        }
    }

    private void standalone() {
        equalSign();
        int start = in.position() + 1;
        String answer = quoted();
        if (!answer.equals("yes") && !answer.equals("no")) {
            in.moveTo(start);
            throw in.error("standalone accepts only 'yes' or 'no'");
        }
    }

    private String value() {
        equalSign();
        return quoted();
    }

    private void equalSign() {
        in.skipBlanks();
        if (!in.skip("=")) {
            throw in.error("expected '='");
        }
        in.skipBlanks();
    }

    private String quoted() {
        char quote = in.current();
        if (quote != '\'' && quote != '"') {
            throw in.error("String not started expecting ' or \"");
        }
        in.advance(1);
        int start = in.position();
        while (in.current() != quote) {
            if (in.atEnd() || in.looking('<')) {
                throw in.error("String not closed expecting \" or '");
            }
            in.advance(1);
        }
        String value = in.from(start);
        in.advance(1);
        return value;
    }

    private static boolean isSupported(String encoding) {
        if (encoding.equalsIgnoreCase("UTF-8")) {
            return true;
        }
        try {
            return Charset.isSupported(encoding);
        } catch (IllegalCharsetNameException wrong) {
            return false;
        }
    }
}
