package dev.jvirt.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import org.junit.jupiter.api.Test;

class StringParametersTest {
    private static final TypedParameters MIXED =
            TypedParameters.builder()
                    .put("number", TypedValue.ofInt(1))
                    .put("text", TypedValue.ofString("x"))
                    .put("truth", TypedValue.ofBoolean(true))
                    .build();

    @Test
    void textsAreSentOnlyToWhoCanTakeThem() {
        assertThat(Parameters.local(StringParameters.remote(MIXED, 4))).isEqualTo(MIXED);
        assertThat(StringParameters.remote(MIXED, 3))
                .extracting(parameter -> parameter.field())
                .containsExactly("number", "truth");
    }

    @Test
    void theBitIsNoneOfTheDriversFlags() {
        assertThat(StringParameters.accepted(1)).isEqualTo(5);
        assertThat(StringParameters.local(5)).isEqualTo(1);
        assertThat(StringParameters.local(0)).isZero();
    }
}
