package dev.jvirt.tests.virsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Output;
import org.junit.jupiter.api.Test;

class CommandLinesTest {
    @Test
    void bracesStandForSeveralLines() {
        assertThat(CommandLines.alternatives("net-{info,name} {a,}"))
                .containsExactly("net-info a", "net-info ", "net-name a", "net-name ");
    }

    @Test
    void whatFollowsTheArrowsIsRead() {
        assertThat(CommandLine.parse("pwd <<< one\\ntwo"))
                .isEqualTo(new CommandLine("pwd", "one\ntwo"));
    }

    @Test
    void madeUpUuidsAreComparedByTheirOrder() {
        String one = "11111111-1111-4111-8111-111111111111";
        String other = "22222222-2222-4222-8222-222222222222";

        var steady =
                Volatile.without(
                        CommandLine.parse("x"), new Output(0, one + " " + other + " " + one, ""));

        assertThat(steady.out()).isEqualTo("UUID0 UUID1 UUID0");
    }

    @Test
    void explanationsOfHelpAreNotCompared() {
        String page =
                "  NAME\n    uri - print it\n\n  SYNOPSIS\n    uri [--x]\n\n"
                        + "  DESCRIPTION\n    Words.\n\n  OPTIONS\n    --x              words\n\n";

        var steady = Volatile.without(CommandLine.parse("help uri"), new Output(0, page, ""));

        assertThat(steady.out()).contains("uri [--x]", "--x").doesNotContain("ords", "print");
    }
}
