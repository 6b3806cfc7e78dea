package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.util.Optional;

/// Takes the text of one URI apart, from the outside inwards: fragment, query, scheme, server,
/// path.
final class ConnectUriParser {
    private final String uri;

    ConnectUriParser(String uri) {
        this.uri = uri;
    }

    ConnectUri parse() {
        checkCharacters();
        String rest = uri;
        int hash = rest.indexOf('#');
        Optional<String> fragment =
                hash < 0 ? Optional.empty() : Optional.of(Percent.decode(rest.substring(hash + 1)));
        rest = hash < 0 ? rest : rest.substring(0, hash);
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question + 1);
        rest = question < 0 ? rest : rest.substring(0, question);
        int colon = schemeEnd(rest);
        String scheme = rest.substring(0, colon);
        rest = rest.substring(colon + 1);
        if (!rest.startsWith("//")) {
            return new ConnectUri(
                    scheme,
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    Percent.decode(rest),
                    query,
                    fragment,
                    ConnectUri.parseQuery(query));
        }
        int slash = rest.indexOf('/', 2);
        String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
        String path = slash < 0 ? "" : Percent.decode(rest.substring(slash));
        return withAuthority(scheme, authority, path, query, fragment);
    }

    /// Other characters come as escapes. Brackets stand around the literals of addresses alone.
    private void checkCharacters() {
        int query = uri.indexOf('?');
        int authority = uri.indexOf("//") + 2;
        int path = authority < 2 ? 0 : uri.indexOf('/', authority);
        int end = Math.min(query < 0 ? uri.length() : query, path < 0 ? uri.length() : path);
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            boolean fine =
                    switch (c) {
                        case '%' -> isEscape(i);
                        case '[', ']' -> i >= authority && i < end;
                        default -> Percent.isPlain(c);
                    };
            if (!fine) {
                throw ConnectUri.malformed(uri);
            }
        }
    }

    private boolean isEscape(int at) {
        return at + 2 < uri.length()
                && Character.digit(uri.charAt(at + 1), 16) >= 0
                && Character.digit(uri.charAt(at + 2), 16) >= 0;
    }

    private int schemeEnd(String text) {
        int colon = text.indexOf(':');
        for (int i = 0; i < colon; i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean other = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
            if (!letter && (i == 0 || !other)) {
                colon = -1;
            }
        }
        if (colon <= 0) {
            // Without a scheme it is a path, and no colon may stand in the first part of one.
            int first = text.indexOf(':');
            if (first >= 0 && text.lastIndexOf('/', first) < 0) {
                throw ConnectUri.malformed(uri);
            }
            throw new LibvirtException(
                    ErrorCode.NO_CONNECT, "URI '%s' does not include a driver name".formatted(uri));
        }
        return colon;
    }

    private ConnectUri withAuthority(
            String scheme, String authority, String path, String query, Optional<String> fragment) {
        int at = authority.indexOf('@');
        Optional<String> user =
                at < 0 ? Optional.empty() : Optional.of(Percent.decode(authority.substring(0, at)));
        String server = authority.substring(at + 1);
        if (server.indexOf('@') >= 0 || at > 0 && hasBracket(authority.substring(0, at))) {
            throw ConnectUri.malformed(uri);
        }
        String host;
        String portText;
        if (server.startsWith("[")) {
            int bracket = server.indexOf(']');
            if (bracket < 0 || bracket + 1 < server.length() && server.charAt(bracket + 1) != ':') {
                throw ConnectUri.malformed(uri);
            }
            String literal = Percent.decode(server.substring(1, bracket));
            host = literal.indexOf(':') < 0 ? "[" + literal + "]" : literal;
            portText = server.substring(bracket + 1);
        } else {
            int colon = server.indexOf(':');
            host = Percent.decode(colon < 0 ? server : server.substring(0, colon));
            portText = colon < 0 ? "" : server.substring(colon);
            if (hasBracket(host)) {
                throw ConnectUri.malformed(uri);
            }
        }
        return new ConnectUri(
                scheme,
                user,
                host.isEmpty() ? Optional.empty() : Optional.of(host),
                port(portText),
                path,
                query,
                fragment,
                ConnectUri.parseQuery(query));
    }

    private static boolean hasBracket(String text) {
        return text.indexOf('[') >= 0 || text.indexOf(']') >= 0;
    }

    /// @param text with its colon; empty if there is none
    private int port(String text) {
        if (text.equals(":")) {
            throw ConnectUri.malformed(uri);
        }
        long port = 0;
        for (int i = 1; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            port = port * 10 + digit;
            if (digit < 0 || digit > 9 || port > Integer.MAX_VALUE) {
                throw ConnectUri.malformed(uri);
            }
        }
        return (int) port;
    }
}
