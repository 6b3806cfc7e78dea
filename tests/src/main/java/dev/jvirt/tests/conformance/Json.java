package dev.jvirt.tests.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON object of a `cases.jsonl`: values are texts, whole numbers, booleans, lists and objects.
///
/// @param members in the order of the file
public record Json(Map<String, Object> members) {
    /// The objects of a text with one on each line.
    public static List<Json> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).map(Json::parse).toList();
    }

    /// The object that a text is.
    public static Json parse(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            if (value(parser) instanceof Json object) {
                return object;
            }
            throw new IllegalArgumentException("no JSON object: " + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var members = new LinkedHashMap<String, Object>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, value(parser));
                }
                yield new Json(members);
            }
            case START_ARRAY -> {
                var values = new ArrayList<Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(parser));
                }
                yield values;
            }
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            default -> parser.getText();
        };
    }

    /// Whether there is such a member.
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /// A member that is a text or can be written as one.
    public Optional<String> text(String name) {
        return Optional.ofNullable(members.get(name)).map(Object::toString);
    }

    /// The texts of a member that is a list.
    public List<String> texts(String name) {
        return list(name).stream().map(Object::toString).toList();
    }

    /// The objects of a member that is a list.
    public List<Json> objects(String name) {
        return list(name).stream().filter(Json.class::isInstance).map(Json.class::cast).toList();
    }

    /// The texts in a member that is an object, by name.
    public Map<String, String> textsByName(String name) {
        var texts = new LinkedHashMap<String, String>();
        if (members.get(name) instanceof Json object) {
            object.members.forEach((key, value) -> texts.put(key, value.toString()));
        }
        return texts;
    }

    private List<?> list(String name) {
        return members.get(name) instanceof List<?> values ? values : List.of();
    }
}
