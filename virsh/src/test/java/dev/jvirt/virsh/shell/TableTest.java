package dev.jvirt.virsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        var table = new Table("Id", "Name");
        table.row("1", "web");
        table.row("12345", "a");

        assertThat(table.format(true, true))
                .isEqualTo(
                        """
                         Id      Name
                        ---------------
                         1       web
                         12345   a
                        """);
    }

    @Test
    void theHeadingDoesNotWidenColumnsWhereItIsLeftOut() {
        var table = new Table("Identifier", "Name");
        table.row("1", "web");

        assertThat(table.format(false, true)).isEqualTo(" 1   web\n");
    }

    @Test
    void anEmptyTableIsItsHeading() {
        assertThat(new Table("Id", "Name").format(true, true))
                .isEqualTo(" Id   Name\n------------\n");
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        var table = new Table("Name", "X");
        table.row("dém\u3000o", "1");
        table.row("e\u0301", "2");

        assertThat(table.format(true, true))
                .isEqualTo(
                        """
                         Name     X
                        -------------
                         dém\u3000o   1
                         e\u0301        2
                        """);
    }

    @Test
    void controlCharactersAreEscaped() {
        var table = new Table("Name");
        table.row("a\tb\\x");

        assertThat(table.format(false, true)).isEqualTo(" a\\x09b\\x5cx\n");
    }

    @Test
    void charactersThatTheLocaleLacksAreEscaped() {
        var table = new Table("Name");
        table.row("é");

        assertThat(table.format(false, false)).isEqualTo(" \\xff\\xff\n");
    }

    @Test
    void aRowHasACellForEachColumn() {
        var table = new Table("A", "B");

        assertThatIllegalArgumentException().isThrownBy(() -> table.row("only one"));
    }
}
