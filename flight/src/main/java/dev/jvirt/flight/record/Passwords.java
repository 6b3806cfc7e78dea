package dev.jvirt.flight.record;

import java.util.List;

/// Passwords within text: in the attributes of a document, and in the commands of a monitor.
///
/// @param markers what a password follows
record Passwords(List<Marker> markers) {
    /// `passwd='...'` of a graphics device, `password=...` of an option that is handed to QEMU.
    static final Passwords IN_DOCUMENTS =
            new Passwords(List.of(Marker.attribute("passwd="), Marker.attribute("password=")));

    /// QMP, the agent and the human monitor as well.
    static final Passwords IN_COMMANDS =
            new Passwords(
                    List.of(
                            Marker.attribute("passwd="),
                            Marker.attribute("password="),
                            Marker.member("\"password\""),
                            Marker.member("\"passwd\""),
                            Marker.member("\"data\""),
                            Marker.member("\"buf-b64\""),
                            Marker.member("\"input-data\""),
                            Marker.rest("set_password "),
                            Marker.rest("change vnc password"),
                            Marker.rest("data=")));

    /// What stands before a password, and so how it ends.
    private record Marker(String word, Kind kind) {
        enum Kind {
            /// A quoted value, or one that ends where an option ends.
            ATTRIBUTE,
            /// A string of JSON.
            MEMBER,
            /// All until a quote.
            REST
        }

        static Marker attribute(String word) {
            return new Marker(word, Kind.ATTRIBUTE);
        }

        static Marker member(String word) {
            return new Marker(word, Kind.MEMBER);
        }

        static Marker rest(String word) {
            return new Marker(word, Kind.REST);
        }

        boolean isAt(byte[] data, int at, int end) {
            if (end - at < word.length()) {
                return false;
            }
            for (int i = 0; i < word.length(); i++) {
                if (data[at + i] != word.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Overwrites every password in a part of an array.
    void hide(byte[] data, int from, int end) {
        for (int at = from; at < end; at++) {
            for (Marker marker : markers) {
                if (marker.isAt(data, at, end)) {
                    hideAfter(marker, data, at + marker.word().length(), end);
                }
            }
        }
    }

    private static void hideAfter(Marker marker, byte[] data, int at, int end) {
        switch (marker.kind()) {
            case ATTRIBUTE -> hideAttribute(data, at, end);
            case MEMBER -> hideMember(data, at, end);
            case REST -> hideUntil(data, at, end, "\"");
        }
    }

    private static void hideAttribute(byte[] data, int at, int end) {
        if (at < end && (data[at] == '\'' || data[at] == '"')) {
            hideUntil(data, at + 1, end, String.valueOf((char) data[at]));
        } else {
            hideUntil(data, at, end, "'\"<, \n");
        }
    }

    private static void hideMember(byte[] data, int at, int end) {
        int next = skipBlanks(data, at, end);
        if (next == end || data[next] != ':') {
            return;
        }
        next = skipBlanks(data, next + 1, end);
        if (next < end && data[next] == '"') {
            hideString(data, next + 1, end);
        }
    }

    private static int skipBlanks(byte[] data, int from, int end) {
        int at = from;
        while (at < end && (data[at] == ' ' || data[at] == '\n' || data[at] == '\t')) {
            at++;
        }
        return at;
    }

    private static void hideString(byte[] data, int from, int end) {
        for (int at = from; at < end && data[at] != '"'; at++) {
            boolean escape = data[at] == '\\';
            data[at] = '*';
            if (escape && at + 1 < end) {
                data[++at] = '*';
            }
        }
    }

    private static void hideUntil(byte[] data, int from, int end, String stops) {
        for (int at = from; at < end && stops.indexOf(data[at]) < 0; at++) {
            data[at] = '*';
        }
    }
}
