package dev.jvirt.link;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/// What one `switch` over types asks: at which of its labels an object belongs.
///
/// @param type takes the object, and the label to begin with, which is not the first one when the
///     guard of an earlier label said no
/// @param labels the types in their order
record TypeSwitch(MethodTypeDesc type, List<ClassDesc> labels) {
    private static final ClassDesc BOOTSTRAPS =
            ClassDesc.of("java.lang.runtime", "SwitchBootstraps");

    /// The one that an instruction stands for, if all its labels are types: constants among them
    /// are left to the JVM.
    static Optional<TypeSwitch> of(InvokeDynamicInstruction instruction) {
        var bootstrap = instruction.bootstrapMethod();
        if (!bootstrap.owner().equals(BOOTSTRAPS) || !bootstrap.methodName().equals("typeSwitch")) {
            return Optional.empty();
        }
        var labels =
                instruction.bootstrapArgs().stream()
                        .filter(ClassDesc.class::isInstance)
                        .map(ClassDesc.class::cast)
                        .filter(label -> !label.isPrimitive())
                        .toList();
        return labels.size() == instruction.bootstrapArgs().size()
                ? Optional.of(new TypeSwitch(instruction.typeSymbol(), labels))
                : Optional.empty();
    }

    /// The body of a method that answers it: -1 for null, the number of labels for none of them.
    void body(CodeBuilder code) {
        Label notNull = code.newLabel();
        code.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
        for (int i = 0; i < labels.size(); i++) {
            Label next = code.newLabel();
            code.loadConstant(i).iload(1).if_icmplt(next);
            code.aload(0).instanceOf(labels.get(i)).ifeq(next);
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }
}
