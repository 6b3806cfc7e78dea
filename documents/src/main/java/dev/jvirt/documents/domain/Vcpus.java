package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// `<vcpu>` and `<vcpus>`: how many virtual processors there are and which of them are on.
///
/// @param autoPlacement whether the driver chooses the host's processors
/// @param cpuSet the host's processors that may be used
/// @param individual whether the document tells of each processor
/// @param all one entry for each processor there can be
public record Vcpus(
        boolean autoPlacement, Optional<IdSet> cpuSet, boolean individual, List<Vcpu> all) {
    /// One virtual processor.
    ///
    /// @param order place in the order of plugging; 0 if it does not matter
    public record Vcpu(boolean online, Optional<Boolean> hotpluggable, int order) {}

    /// Processors with their own copy.
    public Vcpus {
        all = List.copyOf(all);
    }

    /// How many there can be.
    public int max() {
        return all.size();
    }

    /// How many are on.
    public int current() {
        int online = 0;
        for (Vcpu vcpu : all) {
            online += vcpu.online() ? 1 : 0;
        }
        return online;
    }

    /// The same placed by the driver or not.
    public Vcpus withAutoPlacement(boolean value) {
        return new Vcpus(value, cpuSet, individual, all);
    }

    /// The same with other processors.
    public Vcpus withAll(List<Vcpu> value) {
        return new Vcpus(autoPlacement, cpuSet, individual, value);
    }

    static Vcpus parse(Element domain) {
        var vcpu = domain.child("vcpu");
        int max = vcpu.map(Vcpus::count).orElse(1);
        int current = vcpu.isEmpty() ? max : vcpu.get().unsigned("current").orElse(max);
        String placement = vcpu.flatMap(v -> v.attribute("placement")).orElse("static");
        if (!placement.equals("static") && !placement.equals("auto")) {
            throw vcpu.orElseThrow().invalid("placement", placement);
        }
        boolean auto = placement.equals("auto");
        var cpuSet =
                auto
                        ? Optional.<IdSet>empty()
                        : vcpu.flatMap(v -> v.attribute("cpuset"))
                                .map(s -> IdSet.parseNonEmpty(s, "cpuset"));
        var individual = domain.child("vcpus").map(v -> v.children("vcpu")).orElse(List.of());
        if (individual.isEmpty()) {
            return new Vcpus(auto, cpuSet, false, some(max, current));
        }
        return new Vcpus(auto, cpuSet, true, individual(individual, max));
    }

    private static int count(Element vcpu) {
        OptionalLong number = Numbers.parse(vcpu.text(), 10);
        if (number.isEmpty() || number.getAsLong() < 0) {
            throw new LibvirtException(XML_ERROR, "maximum vcpus count must be an integer");
        }
        if (number.getAsLong() > 16384) {
            throw new LibvirtException(XML_ERROR, "maximum vcpus count must be less than '16384'");
        }
        return (int) number.getAsLong();
    }

    private static List<Vcpu> some(int max, int current) {
        if (current > max) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "maximum vCPU count must not be less than current vCPU count");
        }
        var all = new ArrayList<Vcpu>(max);
        for (int i = 0; i < max; i++) {
            all.add(new Vcpu(i < current, Optional.empty(), 0));
        }
        return all;
    }

    private static List<Vcpu> individual(List<Element> elements, int max) {
        var all = some(max, 0);
        for (Element element : elements) {
            element.required("id");
            OptionalInt id = element.unsigned("id");
            if (id.orElse(0) >= max) {
                throw new LibvirtException(
                        XML_ERROR,
                        "vcpu id '%d' is out of range of maximum vcpu count"
                                .formatted(id.orElse(0)));
            }
            element.required("enabled");
            all.set(
                    id.orElse(0),
                    new Vcpu(
                            element.yesNo("enabled").orElse(false),
                            element.yesNo("hotpluggable"),
                            element.unsigned("order").orElse(0)));
        }
        return all;
    }

    void format(XmlWriter out) {
        out.start("vcpu")
                .attribute("placement", autoPlacement ? "auto" : "static")
                .attribute("cpuset", cpuSet.map(IdSet::toString));
        if (current() < max()) {
            out.attribute("current", current());
        }
        out.text(max()).end();
        if (individual) {
            out.start("vcpus");
            for (int i = 0; i < all.size(); i++) {
                var vcpu = all.get(i);
                out.start("vcpu")
                        .attribute("id", i)
                        .attribute("enabled", vcpu.online() ? "yes" : "no")
                        .yesNo("hotpluggable", vcpu.hotpluggable());
                if (vcpu.order() != 0) {
                    out.attribute("order", vcpu.order());
                }
                out.end();
            }
            out.end();
        }
    }
}
