package dev.jvirt.test;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.NodeInfo;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.host.HostInterface;
import dev.jvirt.documents.host.NodeDevice;
import dev.jvirt.documents.network.NetworkDefinition;
import dev.jvirt.documents.snapshot.CheckpointDefinition;
import dev.jvirt.documents.snapshot.SnapshotDefinition;
import dev.jvirt.documents.storage.StoragePoolDefinition;
import dev.jvirt.documents.storage.StorageVolumeDefinition;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.XmlParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A file that describes a world: `<node>` with `<cpu>`, `<memory>`, and a `<domain>`, `<network>`,
/// `<pool>` (with its `<volume>`s), `<interface>` or `<device>` for each of those, which may stand
/// in a file of its own.
final class WorldFile {
    private static final int LONGEST_MODEL = 31;
    private static final int LARGEST_FILE = 10_000_000;

    private final String file;

    WorldFile(String file) {
        this.file = file;
    }

    /// The world as it begins.
    ///
    /// @param authenticator is asked who connects if the file says who may
    /// @throws LibvirtException XML_ERROR or XML_DETAIL if the file, or one that it names, cannot
    /// be read or makes no sense; AUTH_FAILED if not everybody may connect
    TestWorld read(Authenticator authenticator) {
        try {
            Element node = element(file);
            requireName(node, "node");
            var world = new TestWorld(new TestHost(nodeInfo(node), List.of()));
            for (Element element : node.children("domain")) {
                Element domain = elsewhere(element);
                DomainDefinition definition = TestDocuments.DOMAINS.read(domain);
                world.add(definition, Beginning.parse(domain));
                addMoments(world.guest(definition.uuid().orElseThrow()), domain);
            }
            for (Element element : node.children("network")) {
                world.networks().add(NetworkDefinition.parse(elsewhere(element)));
            }
            addHost(world, node);
            addStorage(world, node);
            WorldUsers.parse(node).admit(authenticator);
            return world;
        } catch (LibvirtException refused) {
            throw refused.in(ErrorDomain.TEST);
        }
    }

    /// The snapshots and checkpoints of a domain, the parent of one before it.
    private void addMoments(GuestState guest, Element domain) {
        for (Element element : domain.children()) {
            if (!element.namespace().equals(Beginning.NAMESPACE)) {
                continue;
            }
            switch (element.name()) {
                case "domainsnapshot" -> addSnapshot(guest, elsewhere(element));
                case "domaincheckpoint" ->
                        guest.checkpoints()
                                .redefine(CheckpointDefinition.parseKnown(elsewhere(element)));
                default -> {}
            }
        }
    }

    private static void addSnapshot(GuestState guest, Element element) {
        var snapshot = SnapshotDefinition.parseKnown(element);
        guest.snapshots().redefine(snapshot);
        if (element.text("active").filter("1"::equals).isPresent()) {
            guest.snapshots().current(Optional.of(snapshot.name()));
        }
    }

    private void addHost(TestWorld world, Element node) {
        for (Element element : node.children("interface")) {
            world.interfaces().add(HostInterface.parse(elsewhere(element)));
        }
        for (Element element : node.children("device")) {
            world.nodeDevices().add(NodeDevice.parse(elsewhere(element)));
        }
    }

    /// A pool stands there with the volumes in it.
    private void addStorage(TestWorld world, Element node) {
        for (Element element : node.children("pool")) {
            Element described = elsewhere(element);
            TestPool pool = TestPool.of(StoragePoolDefinition.parse(described), true, true);
            for (Element volume : described.children("volume")) {
                pool =
                        pool.with(
                                TestVolumeDriver.placed(
                                        pool,
                                        StorageVolumeDefinition.parse(
                                                elsewhere(volume), pool.definition().kind())));
            }
            world.pools().add(pool);
        }
    }

    private static void requireName(Element root, String name) {
        if (!root.name().equals(name)) {
            throw new LibvirtException(
                    ErrorDomain.XML,
                    XML_ERROR,
                    "expecting root element of '%s', not '%s'".formatted(name, root.name()));
        }
    }

    private static Element element(String file) {
        String text;
        try {
            text = text(Path.of(file));
        } catch (IOException | InvalidPathException failure) {
            throw new LibvirtException(
                    XML_ERROR, "failed to parse xml document '%s'".formatted(file), failure);
        }
        return XmlParser.parse(text, file);
    }

    private static String text(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            // An empty text gets the message that a folder gets, too.
            return "";
        }
        // Reading a pipe or a device may never end.
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
            throw new IOException("no file of a reasonable size: " + file);
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /// The element itself, or the document that its attribute names.
    private Element elsewhere(Element element) {
        var name = element.attribute("file");
        if (name.isEmpty()) {
            return element;
        }
        Element root = element(beside(name.get()));
        requireName(root, element.name());
        return root;
    }

    private String beside(String name) {
        int folder = file.lastIndexOf('/') + 1;
        return name.startsWith("/") ? name : file.substring(0, folder) + name;
    }

    private static NodeInfo nodeInfo(Element node) {
        NodeInfo standard = TestHost.STANDARD_NODE;
        int nodes = cpu(node, "nodes", standard.nodes());
        int sockets = cpu(node, "sockets", standard.sockets());
        int cores = cpu(node, "cores", standard.cores());
        int threads = cpu(node, "threads", standard.threads());
        return new NodeInfo(
                model(node),
                number(node.text("memory").orElse(""), standard.memory(), "node memory"),
                cpu(node, "active", nodes * sockets * cores * threads),
                cpu(node, "mhz", standard.mhz()),
                nodes,
                sockets,
                cores,
                threads);
    }

    private static int cpu(Element node, String name, int otherwise) {
        String text = node.descend("cpu", name).map(Element::text).orElse("");
        long number = number(text, otherwise, "node cpu " + name);
        if (number > Integer.MAX_VALUE) {
            throw invalid("node cpu " + name);
        }
        return (int) number;
    }

    private static long number(String text, long otherwise, String what) {
        if (text.isEmpty()) {
            return otherwise;
        }
        OptionalLong number = Numbers.parse(text, 10);
        if (number.isEmpty() || number.getAsLong() < 0) {
            throw invalid(what);
        }
        return number.getAsLong();
    }

    private static LibvirtException invalid(String what) {
        return new LibvirtException(XML_ERROR, "invalid %s value".formatted(what));
    }

    private static String model(Element node) {
        String model = node.descend("cpu", "model").map(Element::text).orElse("");
        if (model.length() > LONGEST_MODEL) {
            throw new LibvirtException(
                    ErrorCode.INTERNAL_ERROR, "Model %s too big for destination".formatted(model));
        }
        return model.isEmpty() ? TestHost.ARCH : model;
    }
}
