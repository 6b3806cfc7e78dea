package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What only containers have: the program they run and their users.
public record Container(
        Optional<String> init,
        List<String> arguments,
        List<Variable> environment,
        Optional<String> directory,
        Optional<String> user,
        Optional<String> group,
        List<IdRange> users,
        List<IdRange> groups) {
    /// Nothing said.
    public static final Container NONE =
            new Container(
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of());

    /// A variable of the environment.
    public record Variable(String name, String value) {}

    /// Numbers in the container and on the host.
    public record IdRange(int start, int target, int count) {}

    /// A container with its own copies.
    public Container {
        arguments = List.copyOf(arguments);
        environment = List.copyOf(environment);
        users = List.copyOf(users);
        groups = List.copyOf(groups);
    }

    static Container parse(Element domain, boolean container) {
        var os = domain.child("os").filter(_ -> container);
        return new Container(
                os.flatMap(o -> o.text("init")),
                os.map(Container::arguments).orElse(List.of()),
                os.map(Container::environment).orElse(List.of()),
                os.flatMap(o -> o.text("initdir")),
                os.flatMap(o -> o.text("inituser")),
                os.flatMap(o -> o.text("initgroup")),
                ranges(domain, "uid"),
                ranges(domain, "gid"));
    }

    private static List<String> arguments(Element os) {
        var arguments = new ArrayList<String>();
        for (Element argument : os.children("initarg")) {
            if (argument.text().isEmpty()) {
                throw new LibvirtException(XML_ERROR, "No data supplied for <initarg> element");
            }
            arguments.add(argument.text());
        }
        return arguments;
    }

    private static List<Variable> environment(Element os) {
        var environment = new ArrayList<Variable>();
        for (Element variable : os.children("initenv")) {
            String name =
                    variable.attribute("name")
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR,
                                                    "No name supplied for <initenv> element"));
            if (variable.text().isEmpty()) {
                throw new LibvirtException(
                        XML_ERROR,
                        "No value supplied for <initenv name='%s'> element".formatted(name));
            }
            environment.add(new Variable(name, variable.text()));
        }
        return environment;
    }

    private static List<IdRange> ranges(Element domain, String name) {
        var ranges = new ArrayList<IdRange>();
        for (Element range : domain.child("idmap").map(m -> m.children(name)).orElse(List.of())) {
            if (range.attribute("start").isEmpty()
                    || range.attribute("target").isEmpty()
                    || range.attribute("count").isEmpty()) {
                throw new LibvirtException(XML_ERROR, "invalid idmap start/target/count settings");
            }
            ranges.add(
                    new IdRange(
                            range.unsigned("start").orElse(0),
                            range.unsigned("target").orElse(0),
                            range.unsigned("count").orElse(0)));
        }
        ranges.sort((one, other) -> Integer.compare(one.start(), other.start()));
        return ranges;
    }

    void format(XmlWriter out) {
        out.leaf("init", init);
        for (String argument : arguments) {
            out.leaf("initarg", argument);
        }
        for (Variable variable : environment) {
            out.start("initenv").attribute("name", variable.name()).text(variable.value()).end();
        }
        out.leaf("initdir", directory).leaf("inituser", user).leaf("initgroup", group);
    }

    void formatIdMap(XmlWriter out) {
        if (users.isEmpty()) {
            return;
        }
        out.start("idmap");
        format(out, "uid", users);
        format(out, "gid", groups);
        out.end();
    }

    private static void format(XmlWriter out, String name, List<IdRange> ranges) {
        for (IdRange range : ranges) {
            out.start(name)
                    .attribute("start", range.start())
                    .attribute("target", range.target())
                    .attribute("count", range.count())
                    .end();
        }
    }
}
