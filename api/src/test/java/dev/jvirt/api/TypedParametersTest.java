package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedParametersTest {
    private final TypedParameters all =
            TypedParameters.builder()
                    .put("int", TypedValue.ofInt(-1))
                    .put("uint", TypedValue.ofUnsignedInt(-1))
                    .put("llong", TypedValue.ofLong(-2))
                    .put("ullong", TypedValue.ofUnsignedLong(-2))
                    .put("double", TypedValue.ofDouble(0.5))
                    .put("boolean", TypedValue.ofBoolean(true))
                    .put("string", TypedValue.ofString("text"))
                    .build();

    @Test
    void valuesAreFoundByNameAndType() {
        assertThat(all.getInt("int")).hasValue(-1);
        assertThat(all.getUnsignedInt("uint")).hasValue(4_294_967_295L);
        assertThat(all.getLong("llong")).hasValue(-2);
        assertThat(all.getUnsignedLong("ullong")).hasValue(-2);
        assertThat(all.getDouble("double")).hasValue(0.5);
        assertThat(all.getBoolean("boolean")).contains(true);
        assertThat(all.getString("string")).contains("text");
        assertThat(all.size()).isEqualTo(7);
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(all.get("other")).isEmpty();
        assertThat(all.getInt("other")).isEmpty();
        assertThat(all.getUnsignedInt("other")).isEmpty();
        assertThat(all.getLong("other")).isEmpty();
        assertThat(all.getUnsignedLong("other")).isEmpty();
        assertThat(all.getDouble("other")).isEmpty();
        assertThat(all.getBoolean("other")).isEmpty();
        assertThat(all.getString("other")).isEmpty();
        assertThat(TypedParameters.none().isEmpty()).isTrue();
    }

    @Test
    void anotherTypeThanAskedForIsAnError() {
        var e = catchThrowableOfType(LibvirtException.class, () -> all.getInt("ullong"));

        assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(e)
                .hasMessage(
                        "invalid argument: Invalid type 'int' requested for parameter 'ullong',"
                                + " actual type is 'ullong'");
        assertThatThrownBy(() -> all.getUnsignedInt("int")).hasMessageContaining("'uint'");
        assertThatThrownBy(() -> all.getLong("int")).hasMessageContaining("'llong'");
        assertThatThrownBy(() -> all.getUnsignedLong("int")).hasMessageContaining("'ullong'");
        assertThatThrownBy(() -> all.getDouble("int")).hasMessageContaining("'double'");
        assertThatThrownBy(() -> all.getBoolean("int")).hasMessageContaining("'boolean'");
        assertThatThrownBy(() -> all.getString("int")).hasMessageContaining("'string'");
    }

    @Test
    void aNameMayOccurMoreThanOnce() {
        var disks =
                TypedParameters.builder()
                        .putStrings("disk", List.of("vda", "vdb"))
                        .put("disk", TypedValue.ofInt(1))
                        .build();

        assertThat(disks.strings("disk")).containsExactly("vda", "vdb");
        assertThat(disks.getString("disk")).contains("vda");
    }

    @Test
    void namesHaveAtMost79Bytes() {
        assertThat(TypedParameters.of("n".repeat(79), TypedValue.ofInt(0)).size()).isEqualTo(1);
        assertThatThrownBy(() -> TypedParameters.of("n".repeat(80), TypedValue.ofInt(0)))
                .isInstanceOf(LibvirtException.class)
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> TypedParameters.of("ü".repeat(40), TypedValue.ofInt(0)))
                .isInstanceOf(LibvirtException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "INT, -5, -5",
        "UINT, 4294967295, 4294967295",
        "LLONG, -9223372036854775808, -9223372036854775808",
        "ULLONG, 18446744073709551615, 18446744073709551615",
        "DOUBLE, 1.5, 1.500000",
        "BOOLEAN, 1, yes",
        "BOOLEAN, 0, no",
        "STRING, abc, abc",
    })
    void valuesAreReadFromText(TypedValue.Type type, String text, String printed) {
        TypedParameters read = TypedParameters.builder().putText("p", type, text).build();

        assertThat(read.get("p").orElseThrow().type()).isEqualTo(type);
        assertThat(read.get("p").orElseThrow().text()).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"INT, x", "INT, 2147483648", "UINT, -1", "LLONG, 1.5", "DOUBLE, y", "BOOLEAN, 2"})
    void textThatIsNoSuchValueIsRefused(TypedValue.Type type, String text) {
        var builder = TypedParameters.builder();

        assertThatThrownBy(() -> builder.putText("p", type, text))
                .isInstanceOf(LibvirtException.class)
                .hasMessageContaining("field 'p'");
    }

    @Test
    void typesHaveLibvirtsNumbers() {
        assertThat(TypedValue.Type.INT.code()).isEqualTo(1);
        assertThat(TypedValue.Type.STRING.code()).isEqualTo(7);
    }
}
