package dev.jvirt.qemu.capabilities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.qemu.json.JsonArray;
import dev.jvirt.qemu.json.JsonValue;
import org.junit.jupiter.api.Test;

class QmpSchemaTest {
    private static final String SCHEMA =
            """
            [{"name":"disk-add","meta-type":"command","arg-type":"0","features":["new"]},
             {"name":"0","meta-type":"object",
              "members":[{"name":"file","type":"1"},{"name":"size","type":"int","default":null}],
              "variants":[{"case":"nbd","type":"2"}]},
             {"name":"1","meta-type":"alternate","members":[{"type":"str"},{"type":"3"}]},
             {"name":"2","meta-type":"object","members":[{"name":"list","type":"[3]"}]},
             {"name":"[3]","meta-type":"array","element-type":"3"},
             {"name":"3","meta-type":"enum","values":["a"],
              "members":[{"name":"a","features":["x"]},{"name":"b"}]},
             {"name":"int","meta-type":"builtin","json-type":"int"},
             {"name":"str","meta-type":"builtin","json-type":"string"}]
            """;

    private final QmpSchema schema = new QmpSchema(((JsonArray) JsonValue.parse(SCHEMA)).objects());

    @Test
    void aPathLeadsThroughMembersVariantsAndArrays() {
        assertThat(schema.has("disk-add")).isTrue();
        assertThat(schema.has("disk-add/arg-type/file")).isTrue();
        assertThat(schema.has("disk-add/arg-type/+nbd/list/^b")).isTrue();
        assertThat(schema.has("disk-add/arg-type/nbd")).isFalse();
        assertThat(schema.has("disk-add/arg-type/+nbd/list/^c")).isFalse();
        assertThat(schema.has("disk-remove")).isFalse();
    }

    @Test
    void onlyOptionalMembersHaveADefault() {
        assertThat(schema.has("disk-add/arg-type/*size")).isTrue();
        assertThat(schema.has("disk-add/arg-type/*file")).isFalse();
    }

    @Test
    void featuresAndBuiltInTypesEndAPath() {
        assertThat(schema.has("disk-add/$new")).isTrue();
        assertThat(schema.has("disk-add/$old")).isFalse();
        assertThat(schema.has("disk-add/arg-type/file/!string")).isTrue();
        assertThat(schema.has("disk-add/arg-type/+nbd/list/^a/$x")).isTrue();
        assertThat(schema.has("disk-add/arg-type/+nbd/list/^b/$x")).isFalse();
    }

    @Test
    void anAlternativeIsTriedInTurn() {
        assertThat(schema.has("disk-add/arg-type/file/^a")).isTrue();
        assertThat(schema.has("disk-add/arg-type/file/^z")).isFalse();
    }
}
