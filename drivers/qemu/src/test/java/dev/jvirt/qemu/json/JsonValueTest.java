package dev.jvirt.qemu.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonValueTest {
    @Test
    void aDocumentIsPrintedWithoutWhitespaceInItsOwnOrder() {
        JsonValue value =
                JsonValue.parse(" { \"z\": [1, 2.50, -3e4], \"a\": {\"b\": null, \"c\": true} } ");

        assertThat(value.text()).isEqualTo("{\"z\":[1,2.50,-3e4],\"a\":{\"b\":null,\"c\":true}}");
    }

    @Test
    void controlCharactersAreEscapedAndOtherTextIsKept() {
        assertThat(new JsonString("a\"b\\c\nd\u0001/é").text())
                .isEqualTo("\"a\\\"b\\\\c\\nd\\u0001/é\"");
    }

    @Test
    void numbersBeyondTheSignedRangeKeepTheirBits() {
        var number = (JsonNumber) JsonValue.parse("18446744073709551615");

        assertThat(number.asLong()).isEqualTo(-1);
        assertThat(number.text()).isEqualTo("18446744073709551615");
    }

    @Test
    void brokenTextIsRefused() {
        assertThatThrownBy(() -> JsonValue.parse("{\"a\":}")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> JsonValue.parse("{} {}")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> JsonValue.parse("")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> JsonValue.parse("[".repeat(5000)))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void membersAreFoundByNameAndKind() {
        var object = JsonObject.builder().put("name", "vda").put("size", 7).put("ro", true).build();

        assertThat(object.string("name")).contains("vda");
        assertThat(object.number("size")).hasValue(7);
        assertThat(object.isTrue("ro")).isTrue();
        assertThat(object.string("size")).isEmpty();
    }
}
