package dev.jvirt.rpc.sasl.digest;

import dev.jvirt.rpc.sasl.SaslFailure;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One message: words such as `nonce="abc"`, parted by commas.
///
/// @param words in order; names in lower case
record DigestWords(List<Word> words) {
    private static final int MAX_LENGTH = 16 << 10;

    record Word(String name, String value) {}

    /// @throws SaslFailure if it has another form, or is longer than anybody needs
    static DigestWords parse(byte[] data) {
        if (data.length > MAX_LENGTH) {
            throw SaslFailure.protocol("a message of %d bytes".formatted(data.length));
        }
        return new Parser(new String(data, charset(data))).parse();
    }

    /// Names are UTF-8 if the message says so, and Latin 1 otherwise.
    private static Charset charset(byte[] data) {
        String latin = new String(data, StandardCharsets.ISO_8859_1);
        boolean said = latin.toLowerCase(Locale.ROOT).contains("charset=utf-8");
        return said ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    private static final class Parser {
        private final String text;
        private final List<Word> words = new ArrayList<>();
        private int at;

        Parser(String text) {
            this.text = text;
        }

        DigestWords parse() {
            while (skip(" \t\r\n,")) {
                String name = token().toLowerCase(Locale.ROOT);
                skip(" \t\r\n");
                if (name.isEmpty() || at == text.length() || text.charAt(at) != '=') {
                    throw SaslFailure.protocol("a word without '='");
                }
                at++;
                skip(" \t\r\n");
                boolean quoted = at < text.length() && text.charAt(at) == '"';
                words.add(new Word(name, quoted ? quoted() : token()));
            }
            return new DigestWords(words);
        }

        /// @return whether anything is left
        private boolean skip(String characters) {
            while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at < text.length();
        }

        private String token() {
            int from = at;
            while (at < text.length() && " \t\r\n,=\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(from, at);
        }

        private String quoted() {
            var value = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"') {
                    at++;
                    return value.toString();
                }
                if (c == '\\' && ++at == text.length()) {
                    break;
                }
                value.append(text.charAt(at));
            }
            throw SaslFailure.protocol("a quoted word without end");
        }
    }

    /// All values of that name.
    List<String> all(String name) {
        var values = new ArrayList<String>();
        for (Word word : words) {
            if (word.name().equals(name)) {
                values.add(word.value());
            }
        }
        return values;
    }

    /// The only value of that name.
    ///
    /// @throws SaslFailure if there are more
    Optional<String> only(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw SaslFailure.protocol("more than one word '%s'".formatted(name));
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /// The only value of that name, which must be there.
    String required(String name) {
        return only(name).orElseThrow(() -> SaslFailure.protocol("required word missing: " + name));
    }

    /// Whether the names in it are UTF-8.
    boolean isUtf8() {
        return only("charset").filter("utf-8"::equalsIgnoreCase).isPresent();
    }

    static String quote(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
