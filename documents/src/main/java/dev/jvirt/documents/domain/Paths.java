package dev.jvirt.documents.domain;

/// Host paths in documents.
final class Paths {
    private Paths() {}

    /// A path without repeated slashes and without one at the end; two at the start stay.
    static String sanitize(String path) {
        int leading = 0;
        while (leading < path.length() && path.charAt(leading) == '/') {
            leading++;
        }
        var clean = new StringBuilder(path.length());
        clean.append(leading == 2 ? "//" : leading > 0 ? "/" : "");
        boolean slash = false;
        for (int i = leading; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '/') {
                slash = true;
            } else {
                if (slash) {
                    clean.append('/');
                    slash = false;
                }
                clean.append(c);
            }
        }
        return clean.toString();
    }
}
