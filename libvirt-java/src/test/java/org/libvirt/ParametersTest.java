package org.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static TypedParameters all() {
        return new TypedParameters(
                List.of(
                        new dev.jvirt.api.TypedParameter("i", TypedValue.ofInt(-1)),
                        new dev.jvirt.api.TypedParameter("u", TypedValue.ofUnsignedInt(-1)),
                        new dev.jvirt.api.TypedParameter("l", TypedValue.ofLong(-1)),
                        new dev.jvirt.api.TypedParameter("ul", TypedValue.ofUnsignedLong(-1)),
                        new dev.jvirt.api.TypedParameter("d", TypedValue.ofDouble(1.5)),
                        new dev.jvirt.api.TypedParameter("b", TypedValue.ofBoolean(true))));
    }

    @Test
    void typedParametersComeAndGoWithNameTypeAndValue() {
        var parameters =
                new TypedParameters(
                        List.of(
                                all().parameters().get(0),
                                all().parameters().get(1),
                                all().parameters().get(2),
                                all().parameters().get(3),
                                all().parameters().get(4),
                                all().parameters().get(5),
                                new dev.jvirt.api.TypedParameter(
                                        "s", TypedValue.ofString("text"))));

        TypedParameter[] ours = Parameters.typed(parameters);

        assertThat(ours).extracting(TypedParameter::getType).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(Parameters.client(ours)).isEqualTo(parameters);
    }

    @Test
    void schedulerParametersComeAndGoWithNameTypeAndValue() {
        SchedParameter[] ours = Parameters.scheduler(all());

        assertThat(ours).extracting(SchedParameter::getType).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(ours).extracting(p -> p.field).containsExactly("i", "u", "l", "ul", "d", "b");
        assertThat(Parameters.client(ours)).isEqualTo(all());
    }

    @Test
    void noParametersAreNone() {
        assertThat(Parameters.client((TypedParameter[]) null).isEmpty()).isTrue();
        assertThat(Parameters.client(new TypedParameter[0]).isEmpty()).isTrue();
    }

    @Test
    void truthCanBeAByte() {
        assertThat(new TypedBooleanParameter((byte) 2).value).isTrue();
        assertThat(new SchedBooleanParameter((byte) 0).value).isFalse();
    }

    @Test
    void copiesAreFilledWithZeros() {
        assertThat(TypedParameter.copyOf(new byte[] {1, 2}, 4)).containsExactly(1, 2, 0, 0);
        assertThatThrownBy(() -> SchedParameter.copyOf(new byte[3], 2))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }
}
