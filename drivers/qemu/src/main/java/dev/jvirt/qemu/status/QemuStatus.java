package dev.jvirt.qemu.status;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a driver knows of a running QEMU beyond the domain's document (libvirt's private data).
///
/// @param monitor where it listens for the daemon
/// @param vcpus its threads
/// @param capabilities what it can do, by the names that files use
/// @param devices the aliases of the devices it knows
/// @param placement where the host's scheduler of NUMA guests put it
/// @param paths its folders
/// @param start how it was started
/// @param jobs what is under way
public record QemuStatus(
        MonitorPlace monitor,
        List<VcpuThread> vcpus,
        List<String> capabilities,
        List<String> devices,
        Optional<Placement> placement,
        DomainPaths paths,
        StartFacts start,
        JobStatus jobs) {
    /// Where a monitor listens.
    public record MonitorPlace(String path, String type) {}

    /// The thread of a virtual CPU.
    public record VcpuThread(int id, int pid) {}

    /// `<numad>`: nodes and processors that were advised.
    public record Placement(Optional<String> nodes, Optional<String> processors) {}

    /// The private folders of the domain.
    ///
    /// @param lib absent in files of an old libvirt
    /// @param channels absent in files of an old libvirt
    public record DomainPaths(Optional<String> lib, Optional<String> channels) {}

    /// A status with its own copies.
    public QemuStatus {
        vcpus = List.copyOf(vcpus);
        capabilities = List.copyOf(capabilities);
        devices = List.copyOf(devices);
    }

    /// The same with other threads.
    public QemuStatus withVcpus(List<VcpuThread> value) {
        return new QemuStatus(monitor, value, capabilities, devices, placement, paths, start, jobs);
    }

    /// The same with other devices.
    public QemuStatus withDevices(List<String> value) {
        return new QemuStatus(monitor, vcpus, capabilities, value, placement, paths, start, jobs);
    }

    /// The same with other things under way.
    public QemuStatus withJobs(JobStatus value) {
        return new QemuStatus(
                monitor, vcpus, capabilities, devices, placement, paths, start, value);
    }

    /// The same started in another way.
    public QemuStatus withStart(StartFacts value) {
        return new QemuStatus(monitor, vcpus, capabilities, devices, placement, paths, value, jobs);
    }

    static QemuStatus parse(Element root) {
        return new QemuStatus(
                monitor(root),
                vcpus(root),
                names(root, "qemuCaps", "flag", "name"),
                names(root, "devices", "device", "alias"),
                root.child("numad")
                        .map(n -> new Placement(n.attribute("nodeset"), n.attribute("cpuset"))),
                new DomainPaths(path(root, "libDir"), path(root, "channelTargetDir")),
                StartFacts.parse(root),
                JobStatus.parse(root));
    }

    private static MonitorPlace monitor(Element root) {
        Element monitor = root.child("monitor").orElseThrow(() -> root.missing("monitor"));
        return new MonitorPlace(monitor.required("path"), monitor.attribute("type").orElse("unix"));
    }

    private static List<VcpuThread> vcpus(Element root) {
        var threads = new ArrayList<VcpuThread>();
        for (Element vcpu : root.child("vcpus").map(v -> v.children("vcpu")).orElse(List.of())) {
            // Files of an old libvirt have no ids, but the right order.
            threads.add(
                    new VcpuThread(
                            vcpu.unsigned("id").orElse(threads.size()),
                            vcpu.integer("pid").orElseThrow(() -> vcpu.missing("pid"))));
        }
        return threads;
    }

    private static List<String> names(Element root, String list, String item, String attribute) {
        var names = new ArrayList<String>();
        for (Element element : root.child(list).map(l -> l.children(item)).orElse(List.of())) {
            names.add(element.required(attribute));
        }
        return names;
    }

    private static Optional<String> path(Element root, String element) {
        return root.child(element).flatMap(e -> e.attribute("path"));
    }

    void format(XmlWriter out) {
        out.start("monitor")
                .attribute("path", monitor.path())
                .attribute("type", monitor.type())
                .end();
        start.formatNamespaces(out);
        out.startOptional("vcpus");
        for (VcpuThread vcpu : vcpus) {
            out.start("vcpu").attribute("id", vcpu.id()).attribute("pid", vcpu.pid()).end();
        }
        out.end();
        list(out, "qemuCaps", "flag", "name", capabilities);
        jobs.formatJob(out);
        list(out, "devices", "device", "alias", devices);
        placement.ifPresent(
                p ->
                        out.start("numad")
                                .attribute("nodeset", p.nodes())
                                .attribute("cpuset", p.processors())
                                .end());
        path(out, "libDir", paths.lib());
        path(out, "channelTargetDir", paths.channels());
        start.format(out);
        jobs.formatBlockJobs(out);
    }

    private static void list(
            XmlWriter out, String list, String item, String attribute, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        out.start(list);
        for (String name : names) {
            out.start(item).attribute(attribute, name).end();
        }
        out.end();
    }

    private static void path(XmlWriter out, String element, Optional<String> path) {
        path.ifPresent(p -> out.start(element).attribute("path", p).end());
    }
}
