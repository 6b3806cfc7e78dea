package dev.jvirt.qemu.process;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.host.kvm.CpuidLeaf;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.cpu.CpuArchitecture;
import dev.jvirt.qemu.cpu.FeatureSet;
import dev.jvirt.qemu.json.JsonArray;
import dev.jvirt.qemu.json.JsonBoolean;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonValue;
import dev.jvirt.qemu.monitor.MonitorCommand;
import dev.jvirt.qemu.monitor.MonitorReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks QEMU which processor the guest really got: what QEMU adds and leaves out is part of the
/// live definition.
///
/// libvirt asks for some 400 properties one by one. QEMU has nearly all of them in a single answer.
///
/// @param guest what it was told
/// @param registers features that are not in that answer
record LiveCpu(String arch, Cpu guest, List<String> registers) {
    private static final String FEATURES = "feature-words";
    private static final String MISSING = "unavailable-features";

    /// The questions about a guest; none if QEMU's processor cannot differ from the document's.
    static Optional<LiveCpu> of(DomainDefinition live) {
        String arch = live.os().arch().orElse("");
        return live.cpu()
                .filter(cpu -> Architectures.isX86(arch))
                .filter(cpu -> cpu.mode() == Cpu.Mode.CUSTOM && cpu.model().isPresent())
                .map(cpu -> new LiveCpu(arch, cpu, registers(live)));
    }

    /// Emulated processors have none of these features.
    private static List<String> registers(DomainDefinition live) {
        return live.type() == VirtType.KVM ? FeatureSet.registerFeatures() : List.of();
    }

    /// What to ask.
    ///
    /// @param path where QEMU keeps the guest's first processor
    List<MonitorCommand> questions(String path) {
        var questions = new ArrayList<MonitorCommand>();
        questions.add(property(path, FEATURES));
        questions.add(property(path, MISSING));
        for (String register : registers) {
            questions.add(property(path, register));
        }
        return questions;
    }

    private static MonitorCommand property(String path, String name) {
        return new MonitorCommand(
                "qom-get", JsonObject.builder().put("path", path).put("property", name).build());
    }

    /// The processor that the guest has, by the answers; absent if QEMU does not tell.
    ///
    /// @throws dev.jvirt.api.LibvirtException OPERATION_FAILED if it must be what the document says
    ///     and is not
    Optional<Cpu> read(List<MonitorReply> replies) {
        Optional<JsonArray> words = array(replies.get(0));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var answers = new ArrayList<CpuidLeaf>();
        for (JsonObject word : words.get().objects()) {
            answers.add(answer(word));
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < registers.size(); i++) {
            if (replies.get(i + 2).result().filter(LiveCpu::isTrue).isPresent()) {
                names.add(registers.get(i));
            }
        }
        List<String> missing = array(replies.get(1)).map(JsonArray::strings).orElse(List.of());
        Cpu live =
                CpuArchitecture.of(arch)
                        .live(
                                guest,
                                FeatureSet.of(answers, names),
                                FeatureSet.of(List.of(), missing));
        var policy = live.policy();
        return Optional.of(
                live.withPolicy(
                        new Cpu.Policy(
                                policy.match(), Optional.of(Cpu.Check.FULL), policy.migratable())));
    }

    private static boolean isTrue(JsonValue value) {
        return value instanceof JsonBoolean bool && bool.value();
    }

    private static Optional<JsonArray> array(MonitorReply reply) {
        return reply.result().filter(JsonArray.class::isInstance).map(JsonArray.class::cast);
    }

    private static CpuidLeaf answer(JsonObject word) {
        int bits = (int) word.number("features").orElse(0);
        String register = word.string("cpuid-register").orElse("");
        return new CpuidLeaf(
                (int) word.number("cpuid-input-eax").orElse(0),
                (int) word.number("cpuid-input-ecx").orElse(0),
                register.equals("EAX") ? bits : 0,
                register.equals("EBX") ? bits : 0,
                register.equals("ECX") ? bits : 0,
                register.equals("EDX") ? bits : 0);
    }
}
