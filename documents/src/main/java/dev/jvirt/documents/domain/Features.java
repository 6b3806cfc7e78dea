package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// `<features>`: what the machine and the hypervisor offer the guest.
///
/// @param switches features that are only on or off
/// @param apicEoi end of interrupt support of the APIC
/// @param smmMemory bytes of the memory that system management mode keeps
public record Features(
        Map<Name, Boolean> switches,
        Optional<Boolean> apicEoi,
        OptionalLong smmMemory,
        Optional<HyperV> hyperV,
        Optional<KvmFeatures> kvm,
        Optional<XenFeatures> xen,
        Optional<ProcessCapabilities> capabilities,
        MachineFeatures machine) {
    /// None.
    public static final Features NONE =
            new Features(
                    Map.of(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    MachineFeatures.NONE);

    /// All features in the order in which they are printed.
    public enum Name implements Word {
        ACPI,
        APIC,
        PAE,
        HAP,
        VIRIDIAN,
        PRIVNET,
        HYPERV,
        KVM,
        PVSPINLOCK,
        CAPABILITIES,
        PMU,
        VMPORT,
        GIC,
        SMM,
        IOAPIC,
        HPT,
        VMCOREINFO,
        HTM,
        NESTED_HV,
        MSRS,
        CCF_ASSIST,
        XEN,
        CFPC,
        SBBC,
        IBS,
        TCG
    }

    /// Features with their own copy of the switches.
    public Features {
        var copy = new EnumMap<Name, Boolean>(Name.class);
        copy.putAll(switches);
        switches = Collections.unmodifiableMap(copy);
    }

    /// Whether a feature is on, off or not mentioned.
    public Optional<Boolean> state(Name name) {
        return Optional.ofNullable(switches.get(name));
    }

    /// Whether a feature is on.
    public boolean has(Name name) {
        return switches.getOrDefault(name, false);
    }

    /// The same with a feature on or off.
    public Features with(Name name, boolean on) {
        var changed = new EnumMap<Name, Boolean>(Name.class);
        changed.putAll(switches);
        changed.put(name, on);
        return new Features(changed, apicEoi, smmMemory, hyperV, kvm, xen, capabilities, machine);
    }

    /// The same with other machine features.
    public Features withMachine(MachineFeatures value) {
        return new Features(switches, apicEoi, smmMemory, hyperV, kvm, xen, capabilities, value);
    }

    static Features parse(Element features) {
        var switches = new EnumMap<Name, Boolean>(Name.class);
        for (Element element : features.children()) {
            var name =
                    Word.find(Name.class, element.name())
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    CONFIG_UNSUPPORTED,
                                                    "unexpected feature '%s'"
                                                            .formatted(element.name())));
            switch (name) {
                case ACPI, APIC, PAE, VIRIDIAN, PRIVNET -> switches.put(name, true);
                case VMCOREINFO, HAP, PMU, PVSPINLOCK, VMPORT, SMM ->
                        switches.put(name, element.onOff("state").orElse(true));
                case HTM, NESTED_HV, CCF_ASSIST -> {
                    element.required("state");
                    switches.put(name, element.onOff("state").orElse(true));
                }
                default -> {}
            }
        }
        var smm = features.child("smm");
        boolean smmOn = switches.getOrDefault(Name.SMM, false);
        return new Features(
                switches,
                features.child("apic").flatMap(a -> a.onOff("eoi")),
                smmOn && smm.isPresent()
                        ? Scaled.child(smm.get(), "tseg", 1024 * 1024).bytes()
                        : OptionalLong.empty(),
                features.child("hyperv").map(HyperV::parse),
                features.child("kvm").map(KvmFeatures::parse),
                features.child("xen").map(XenFeatures::parse),
                features.child("capabilities").map(ProcessCapabilities::parse),
                MachineFeatures.parse(features));
    }

    void format(XmlWriter out) {
        out.startOptional("features");
        for (Name name : Name.values()) {
            format(out, name);
        }
        out.end();
    }

    private void format(XmlWriter out, Name name) {
        switch (name) {
            case ACPI, PAE, VIRIDIAN, PRIVNET -> out.empty(name.word(), has(name));
            case VMCOREINFO, HAP, PMU, PVSPINLOCK, VMPORT, HTM, NESTED_HV, CCF_ASSIST ->
                    out.startOptional(name.word()).onOff("state", state(name)).end();
            case APIC -> {
                if (has(name)) {
                    out.start("apic").onOff("eoi", apicEoi).end();
                }
            }
            case SMM -> formatSmm(out);
            case HYPERV -> hyperV.ifPresent(h -> h.format(out));
            case KVM -> kvm.ifPresent(k -> k.format(out));
            case XEN -> xen.ifPresent(x -> x.format(out));
            case CAPABILITIES -> capabilities.ifPresent(c -> c.format(out));
            case GIC, IOAPIC, HPT, MSRS, CFPC, SBBC, IBS, TCG -> machine.format(out, name);
        }
    }

    private void formatSmm(XmlWriter out) {
        out.startOptional("smm").onOff("state", state(Name.SMM));
        if (has(Name.SMM) && smmMemory.isPresent()) {
            var size = Pretty.of(smmMemory.getAsLong());
            out.size("tseg", size.unit(), size.value());
        }
        out.end();
    }
}
