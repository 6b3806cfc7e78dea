package dev.jvirt.host.dbus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// Where a bus listens: a unix socket with a path.
public record DBusAddress(Path socket) {
    private static final String SYSTEM = "unix:path=/run/dbus/system_bus_socket";

    /// The bus of the system, as this environment names it.
    ///
    /// @throws IOException if it is nothing that can be reached from here
    public static DBusAddress system(Map<String, String> environment) throws IOException {
        return parse(environment.getOrDefault("DBUS_SYSTEM_BUS_ADDRESS", SYSTEM));
    }

    /// The first address of a list that can be used.
    static DBusAddress parse(String list) throws IOException {
        for (int at = 0; at <= list.length(); ) {
            int end = list.indexOf(';', at);
            end = end < 0 ? list.length() : end;
            String address = list.substring(at, end);
            if (address.startsWith("unix:")) {
                String path = value(address.substring("unix:".length()), "path=");
                if (!path.isEmpty()) {
                    return new DBusAddress(Path.of(path));
                }
            }
            at = end + 1;
        }
        throw new IOException("'%s' names no unix socket with a path".formatted(list));
    }

    private static String value(String keys, String wanted) throws IOException {
        for (int at = 0; at < keys.length(); ) {
            int end = keys.indexOf(',', at);
            end = end < 0 ? keys.length() : end;
            if (keys.startsWith(wanted, at)) {
                return unescape(keys.substring(at + wanted.length(), end));
            }
            at = end + 1;
        }
        return "";
    }

    private static String unescape(String text) throws IOException {
        byte[] bytes = new byte[text.length()];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                bytes[size++] = (byte) c;
                continue;
            }
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low < 0) {
                throw new IOException("'%s' has a wrong escape".formatted(text));
            }
            bytes[size++] = (byte) (high << 4 | low);
            i += 2;
        }
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
