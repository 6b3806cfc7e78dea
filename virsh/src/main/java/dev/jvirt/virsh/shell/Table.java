package dev.jvirt.virsh.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A table with a heading: columns as wide as their widest cell, three blanks apart.
public final class Table {
    private final String[] heading;
    private final List<String[]> rows = new ArrayList<>();

    public Table(String... heading) {
        this.heading = heading;
    }

    /// Adds a row with a cell for each column.
    public void row(String... cells) {
        if (cells.length != heading.length) {
            throw new IllegalArgumentException("Incorrect number of cells in a table row");
        }
        rows.add(cells);
    }

    /// The same table with a column in front that is equal in all rows.
    public Table labelled(String column, String label) {
        var table = new Table(with(column, heading));
        rows.forEach(cells -> table.row(with(label, cells)));
        return table;
    }

    private static String[] with(String first, String[] others) {
        var all = new String[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }

    /// Adds the rows of another table if it has the same heading.
    ///
    /// @return whether it has
    public boolean addAll(Table other) {
        boolean same = Arrays.equals(heading, other.heading);
        if (same) {
            rows.addAll(other.rows);
        }
        return same;
    }

    /// The table as JSON.
    String json() {
        return JsonOutput.table(heading, rows);
    }

    /// The table as text.
    ///
    /// @param withHeading whether the heading and the line below it are wanted
    /// @param unicode whether text beyond ASCII can be shown
    String format(boolean withHeading, boolean unicode) {
        var shown = new ArrayList<String[]>(rows.size() + 1);
        if (withHeading) {
            shown.add(heading);
        }
        shown.addAll(rows);
        int[] widths = new int[heading.length];
        for (int i = 0; i < shown.size(); i++) {
            String[] cells = shown.get(i).clone();
            shown.set(i, cells);
            for (int column = 0; column < cells.length; column++) {
                cells[column] = printable(cells[column], unicode);
                widths[column] = Math.max(widths[column], DisplayWidth.of(cells[column]));
            }
        }
        var text = new StringBuilder();
        for (int i = 0; i < shown.size(); i++) {
            format(shown.get(i), widths, text);
            if (i == 0 && withHeading) {
                rule(widths, text);
            }
        }
        return text.toString();
    }

    private static void format(String[] cells, int[] widths, StringBuilder text) {
        for (int column = 0; column < cells.length; column++) {
            text.append(' ').append(cells[column]);
            if (column < cells.length - 1) {
                text.repeat(' ', widths[column] - DisplayWidth.of(cells[column]) + 2);
            }
        }
        text.append('\n');
    }

    private static void rule(int[] widths, StringBuilder text) {
        for (int width : widths) {
            text.repeat('-', width + 3);
        }
        text.append('\n');
    }

    /// The cell with everything that would spoil the columns written as `\xNN`.
    private static String printable(String cell, boolean unicode) {
        if (isPlain(cell)) {
            return cell;
        }
        var text = new StringBuilder();
        for (int i = 0; i < cell.length(); ) {
            int c = cell.codePointAt(i);
            i += Character.charCount(c);
            if (c < ' ' || c == 127 || c == '\\' && cell.startsWith("x", i)) {
                text.append("\\x").append(HexFormat.of().toHexDigits((byte) c));
            } else if (c < 127 || unicode && isPrintable(c)) {
                text.appendCodePoint(c);
            } else {
                // libvirt's tools lose all but the first digits of the bytes of such characters.
                int bytes = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
                text.repeat("\\xff", bytes);
            }
        }
        return text.toString();
    }

    private static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c < ' ' || c > '~' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.UNASSIGNED
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
