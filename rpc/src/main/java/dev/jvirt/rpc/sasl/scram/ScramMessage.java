package dev.jvirt.rpc.sasl.scram;

import dev.jvirt.rpc.sasl.SaslError;
import dev.jvirt.rpc.sasl.SaslFailure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// One message: attributes such as `r=abc`, parted by commas.
///
/// @param text all of it
/// @param attributes in order
record ScramMessage(String text, List<String> attributes) {
    private static final int MAX_LENGTH = 16 << 10;

    /// @throws SaslFailure if it is no text, or longer than anybody needs
    static ScramMessage parse(byte[] data) {
        if (data.length > MAX_LENGTH) {
            throw SaslFailure.protocol("a message of %d bytes".formatted(data.length));
        }
        try {
            return parse(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString());
        } catch (CharacterCodingException e) {
            throw SaslFailure.protocol("the message is not UTF-8");
        }
    }

    static ScramMessage parse(String text) {
        var attributes = new ArrayList<String>();
        int from = 0;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
            attributes.add(text.substring(from, comma));
            from = comma + 1;
        }
        attributes.add(text.substring(from));
        return new ScramMessage(text, attributes);
    }

    /// The value of the attribute at that place, which must have that name.
    String value(int index, char name) {
        if (index < attributes.size()) {
            String attribute = attributes.get(index);
            if (attribute.length() >= 2
                    && attribute.charAt(0) == name
                    && attribute.charAt(1) == '=') {
                return attribute.substring(2);
            }
        }
        throw SaslFailure.protocol("%c= expected at place %d".formatted(name, index + 1));
    }

    /// The bytes that an attribute spells.
    byte[] bytes(int index, char name) {
        try {
            return Base64.getDecoder().decode(value(index, name));
        } catch (IllegalArgumentException e) {
            throw new SaslFailure(SaslError.BADPROT, name + "= is not base64", e);
        }
    }

    /// Refuses extensions that must be understood.
    void refuseExtensions() {
        for (String attribute : attributes) {
            if (attribute.startsWith("m=")) {
                throw SaslFailure.protocol("an extension that is not known here");
            }
        }
    }

    static String escaped(String name) {
        return name.replace("=", "=3D").replace(",", "=2C");
    }

    static String unescaped(String name) {
        var plain = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '=') {
                plain.append(c);
            } else if (name.startsWith("=2C", i)) {
                plain.append(',');
                i += 2;
            } else if (name.startsWith("=3D", i)) {
                plain.append('=');
                i += 2;
            } else {
                throw SaslFailure.protocol("Invalid username encoding");
            }
        }
        return plain.toString();
    }
}
