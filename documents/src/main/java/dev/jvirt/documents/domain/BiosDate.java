package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Numbers;
import java.util.OptionalLong;

/// The date of a BIOS: month, day, and the year with all four digits or the last two.
final class BiosDate {
    private static final int MONTHS = 12;
    private static final int DAYS = 31;
    private static final int SHORT_YEARS = 100;
    private static final int FIRST_YEAR = 1900;

    private BiosDate() {}

    static boolean isValid(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            return false;
        }
        long year = number(parts[2]);
        return isIn(number(parts[0]), MONTHS)
                && isIn(number(parts[1]), DAYS)
                && year >= 0
                && (year < SHORT_YEARS || year >= FIRST_YEAR);
    }

    private static boolean isIn(long number, int last) {
        return number >= 1 && number <= last;
    }

    private static long number(String text) {
        OptionalLong number = Numbers.parse(text, 10);
        return number.orElse(-1) > Integer.MAX_VALUE ? -1 : number.orElse(-1);
    }
}
