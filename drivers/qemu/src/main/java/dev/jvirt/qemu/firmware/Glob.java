package dev.jvirt.qemu.firmware;

/// Names with `*` for any characters and `?` for any one.
final class Glob {
    private Glob() {}

    static boolean matches(String pattern, String name) {
        int inPattern = 0;
        int inName = 0;
        int afterStar = -1;
        int retry = 0;
        while (inName < name.length()) {
            if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
                afterStar = ++inPattern;
                retry = inName;
            } else if (inPattern < pattern.length()
                    && (pattern.charAt(inPattern) == '?'
                            || pattern.charAt(inPattern) == name.charAt(inName))) {
                inPattern++;
                inName++;
            } else if (afterStar >= 0) {
                inPattern = afterStar; // let the star take one more
                inName = ++retry;
            } else {
                return false;
            }
        }
        while (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
            inPattern++;
        }
        return inPattern == pattern.length();
    }
}
