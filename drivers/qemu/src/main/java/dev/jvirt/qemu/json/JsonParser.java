package dev.jvirt.qemu.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/// Makes trees from text.
final class JsonParser {
    private static final int MAX_DEPTH = 300;
    private static final int MAX_STRING = 64 * 1024 * 1024;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(MAX_STRING)
                                    .build())
                    .build();

    private JsonParser() {}

    static JsonValue parse(String text) {
        try (var source = FACTORY.createParser(text)) {
            return document(source);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    static JsonValue parse(byte[] utf8, int offset, int length) {
        try (var source = FACTORY.createParser(utf8, offset, length)) {
            return document(source);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static JsonException failure(IOException cause) {
        return new JsonException("cannot parse json: " + cause.getMessage(), cause);
    }

    private static JsonValue document(com.fasterxml.jackson.core.JsonParser source)
            throws IOException {
        JsonToken first = source.nextToken();
        if (first == null) {
            throw new JsonException("cannot parse json: there is no value");
        }
        JsonValue value = value(source, first);
        if (source.nextToken() != null) {
            throw new JsonException("cannot parse json: trailing garbage");
        }
        return value;
    }

    private static JsonValue value(com.fasterxml.jackson.core.JsonParser source, JsonToken token)
            throws IOException {
        return switch (token) {
            case START_OBJECT -> object(source);
            case START_ARRAY -> array(source);
            case VALUE_STRING -> new JsonString(source.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(source.getText());
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default -> throw new JsonException("cannot parse json: unexpected " + token);
        };
    }

    private static JsonObject object(com.fasterxml.jackson.core.JsonParser source)
            throws IOException {
        var members = new LinkedHashMap<String, JsonValue>();
        while (source.nextToken() == JsonToken.FIELD_NAME) {
            String name = source.currentName();
            members.put(name, value(source, source.nextToken()));
        }
        return new JsonObject(members);
    }

    private static JsonArray array(com.fasterxml.jackson.core.JsonParser source)
            throws IOException {
        var values = new ArrayList<JsonValue>();
        for (JsonToken token = source.nextToken();
                token != JsonToken.END_ARRAY;
                token = source.nextToken()) {
            values.add(value(source, token));
        }
        return new JsonArray(values);
    }
}
