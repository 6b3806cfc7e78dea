package dev.jvirt.documents.domain;

/// Names of disks as guests have them: `hda`, `sdb`, `vdc`, `xvdaa`, with or without a partition.
public final class DiskName {
    private static final String[] PREFIXES = {"fd", "hd", "vd", "sd", "xvd", "ubd"};
    private static final int LETTERS = 26;

    private DiskName() {}

    /// The number of a disk by its name, from 0; -1 if the name is none of a disk.
    public static int index(String name) {
        for (String prefix : PREFIXES) {
            if (name.startsWith(prefix)) {
                return letters(name, prefix.length());
            }
        }
        return -1;
    }

    private static int letters(String name, int from) {
        int index = 0;
        int at = from;
        while (at < name.length() && name.charAt(at) >= 'a' && name.charAt(at) <= 'z') {
            index = index * LETTERS + (name.charAt(at) - 'a' + 1);
            if (index > Integer.MAX_VALUE / (LETTERS + 1)) {
                return -1;
            }
            at++;
        }
        boolean partition = at < name.length() && at > from;
        if (partition && name.charAt(at) == '0') {
            return -1;
        }
        for (; at < name.length(); at++) {
            if (name.charAt(at) < '0' || name.charAt(at) > '9') {
                return -1;
            }
        }
        return index - 1;
    }
}
