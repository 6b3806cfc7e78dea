package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A connection URI in its parts: `driver[+transport]://[user@][host][:port]/path[?parameters]`.
///
/// @param scheme all before the first colon, for example `qemu+unix`
/// @param user the part before `@`
/// @param host the server, without the brackets of an IPv6 literal
/// @param port 0 if none was given
/// @param path with its slash; empty if there is none
/// @param query as written, empty if there is none
/// @param fragment the part after `#`
/// @param parameters the query taken apart and unescaped, in order
public record ConnectUri(
        String scheme,
        Optional<String> user,
        Optional<String> host,
        int port,
        String path,
        String query,
        Optional<String> fragment,
        List<Parameter> parameters) {

    /// One `name=value` of the query.
    public record Parameter(String name, String value) {}

    public ConnectUri {
        parameters = List.copyOf(parameters);
    }

    /// Takes a URI apart.
    ///
    /// @throws LibvirtException INTERNAL_ERROR if it is malformed, NO_CONNECT if it names no driver
    public static ConnectUri parse(String uri) {
        return new ConnectUriParser(uri).parse();
    }

    /// The scheme up to a `+`: which hypervisor.
    public String driver() {
        int plus = scheme.indexOf('+');
        return plus < 0 ? scheme : scheme.substring(0, plus);
    }

    /// The scheme behind a `+`: how to get there.
    public Optional<String> transport() {
        int plus = scheme.indexOf('+');
        return plus < 0 ? Optional.empty() : Optional.of(scheme.substring(plus + 1));
    }

    /// The value of the first parameter of that name, compared without case.
    public Optional<String> parameter(String name) {
        for (var parameter : parameters) {
            if (parameter.name().equalsIgnoreCase(name)) {
                return Optional.of(parameter.value());
            }
        }
        return Optional.empty();
    }

    /// The same URI with another scheme, server and parameters; used to name the far side's part of
    /// a URI.
    public ConnectUri local(String newScheme, List<Parameter> kept) {
        return new ConnectUri(
                newScheme,
                Optional.empty(),
                Optional.empty(),
                0,
                path,
                formatQuery(kept),
                fragment,
                kept);
    }

    /// The URI as text, its query as it was written.
    public String format() {
        var text = new StringBuilder(scheme).append(':');
        if (host.isPresent() || path.startsWith("/")) {
            text.append("//");
        }
        user.ifPresent(name -> text.append(Percent.encode(name, Percent.USER)).append('@'));
        host.ifPresent(
                name ->
                        text.append(
                                name.indexOf(':') < 0
                                        ? name
                                        : "[" + name.replace("%", "%25") + "]"));
        if (port > 0) {
            text.append(':').append(port);
        }
        text.append(Percent.encode(path, Percent.PATH));
        if (!query.isEmpty()) {
            text.append('?').append(query);
        }
        fragment.ifPresent(part -> text.append('#').append(Percent.encode(part, Percent.PATH)));
        return text.toString();
    }

    @Override
    public String toString() {
        return format();
    }

    private static String formatQuery(List<Parameter> parameters) {
        var text = new StringBuilder();
        for (var parameter : parameters) {
            if (!text.isEmpty()) {
                text.append('&');
            }
            text.append(parameter.name()).append('=').append(Percent.encode(parameter.value(), ""));
        }
        return text.toString();
    }

    /// The parameters of a query; pieces without a name are dropped, `;` separates as `&` does.
    static List<Parameter> parseQuery(String query) {
        var parameters = new ArrayList<Parameter>();
        int start = 0;
        while (start <= query.length()) {
            int end = start;
            while (end < query.length() && query.charAt(end) != '&' && query.charAt(end) != ';') {
                end++;
            }
            String piece = query.substring(start, end);
            int equals = piece.indexOf('=');
            String name = equals < 0 ? piece : piece.substring(0, equals);
            if (!name.isEmpty()) {
                String value = equals < 0 ? "" : piece.substring(equals + 1);
                parameters.add(new Parameter(Percent.decode(name), Percent.decode(value)));
            }
            start = end + 1;
        }
        return parameters;
    }

    static LibvirtException malformed(String uri) {
        return new LibvirtException(
                ErrorDomain.URI, ErrorCode.INTERNAL_ERROR, "Unable to parse URI " + uri);
    }
}
