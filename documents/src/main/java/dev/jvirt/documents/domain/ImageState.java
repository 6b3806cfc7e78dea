package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `<privateData>` of an image: by what names a running emulator knows it, and what was made for
/// it. Only status files have it.
///
/// @param nodes the block nodes
/// @param reservations the object that keeps SCSI reservations
/// @param relativePath the image as the one above it names it
/// @param objects what was made to open it
/// @param thresholdByIndex whether somebody watches how full it gets, and names it by its number
public record ImageState(
        NodeNames nodes,
        Optional<String> reservations,
        Optional<String> relativePath,
        List<AccessObject> objects,
        boolean thresholdByIndex) {
    /// The block nodes of an image, from the host's side to the guest's.
    ///
    /// @param storage the file or device
    /// @param slice the part of it that holds the image
    /// @param format what understands the format
    public record NodeNames(
            Optional<String> storage, Optional<String> slice, Optional<String> format) {
        static NodeNames parse(Optional<Element> names) {
            return new NodeNames(
                    name(names, "storage"), name(names, "slice-storage"), name(names, "format"));
        }

        void format(XmlWriter out) {
            out.startOptional("nodenames");
            nodeName(out, "storage", storage);
            nodeName(out, "format", format);
            nodeName(out, "slice-storage", slice);
            out.end();
        }
    }

    /// An object of the emulator that was made to open an image.
    ///
    /// @param element `secret` or `TLSx509`
    /// @param type what a secret is for
    /// @param alias the name of the object
    public record AccessObject(String element, Optional<String> type, String alias) {
        /// A secret.
        public static AccessObject secret(String type, String alias) {
            return new AccessObject("secret", Optional.of(type), alias);
        }

        /// Certificates.
        public static AccessObject certificates(String alias) {
            return new AccessObject("TLSx509", Optional.empty(), alias);
        }
    }

    /// A state with its own copy of the objects.
    public ImageState {
        objects = List.copyOf(objects);
    }

    /// The names of nodes alone.
    public static ImageState ofNodes(NodeNames nodes) {
        return new ImageState(nodes, Optional.empty(), Optional.empty(), List.of(), false);
    }

    /// The same with other objects.
    public ImageState withObjects(List<AccessObject> value) {
        return new ImageState(nodes, reservations, relativePath, value, thresholdByIndex);
    }

    static Optional<String> name(Optional<Element> names, String type) {
        for (Element name : names.map(n -> n.children("nodename")).orElse(List.of())) {
            if (name.is("type", type)) {
                return name.attribute("name");
            }
        }
        return Optional.empty();
    }

    static void nodeName(XmlWriter out, String type, Optional<String> name) {
        name.ifPresent(
                n -> out.start("nodename").attribute("type", type).attribute("name", n).end());
    }

    /// Reads the `<privateData>` of a source, if the flags want it.
    static Optional<ImageState> parse(Element source, ParseFlags flags) {
        return flags.status()
                ? source.child("privateData").map(ImageState::parse)
                : Optional.empty();
    }

    private static ImageState parse(Element state) {
        return new ImageState(
                NodeNames.parse(state.child("nodenames")),
                state.child("reservations").flatMap(r -> r.attribute("mgralias")),
                state.text("relPath"),
                objects(state),
                state.child("thresholdEvent").filter(t -> t.is("indexUsed", "yes")).isPresent());
    }

    private static List<AccessObject> objects(Element state) {
        var objects = new ArrayList<AccessObject>();
        for (Element object : state.child("objects").map(Element::children).orElse(List.of())) {
            object.attribute("alias")
                    .ifPresent(
                            alias ->
                                    objects.add(
                                            new AccessObject(
                                                    object.name(),
                                                    object.attribute("type"),
                                                    alias)));
        }
        return objects;
    }

    void format(XmlWriter out) {
        out.startOptional("privateData");
        nodes.format(out);
        out.startOptional("reservations").attribute("mgralias", reservations).end();
        out.leaf("relPath", relativePath);
        out.startOptional("objects");
        for (AccessObject object : objects) {
            out.start(object.element())
                    .attribute("type", object.type())
                    .attribute("alias", object.alias())
                    .end();
        }
        out.end();
        if (thresholdByIndex) {
            out.start("thresholdEvent").attribute("indexUsed", "yes").end();
        }
        out.end();
    }
}
