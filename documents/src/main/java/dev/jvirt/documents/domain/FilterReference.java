package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `<filterref>`: a network filter and the values of its variables, sorted by name.
public record FilterReference(String filter, Map<String, List<String>> parameters) {
    static FilterReference parse(Element element) {
        var parameters = new TreeMap<String, List<String>>();
        for (Element parameter : element.children("parameter")) {
            var name = parameter.attribute("name").orElse("");
            var value = parameter.attribute("value").orElse("");
            if (isName(name) && isValue(value)) {
                var values = parameters.computeIfAbsent(name, _ -> new ArrayList<>());
                if (!values.contains(value)) {
                    values.add(value);
                }
            }
        }
        return new FilterReference(
                element.attribute("filter").orElse(""),
                java.util.Collections.unmodifiableMap(parameters));
    }

    private static boolean isName(String text) {
        return consistsOf(text, "_");
    }

    private static boolean isValue(String text) {
        return consistsOf(text, "_-.:/");
    }

    private static boolean consistsOf(String text, String others) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && others.indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    void format(XmlWriter out) {
        out.start("filterref").attribute("filter", filter);
        for (var entry : parameters.entrySet()) {
            for (String value : entry.getValue()) {
                out.start("parameter")
                        .attribute("name", entry.getKey())
                        .attribute("value", value)
                        .end();
            }
        }
        out.end();
    }
}
