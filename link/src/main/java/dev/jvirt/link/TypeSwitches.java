package dev.jvirt.link;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Turns the type switches of classes into plain methods.
///
/// The JVM makes the code of a `switch` over types when it first runs, as a class of its own: a
/// millisecond each, at every start. AOT caches hold such classes for lambdas and strings, but not
/// for these. A method that asks for one type after the other does the same and is there at once.
public final class TypeSwitches {
    private final ClassFile files;

    /// Rewrites classes that may name types beyond the JDK.
    ///
    /// @param others their class files
    public TypeSwitches(Function<ClassDesc, Optional<byte[]>> others) {
        var hierarchy =
                ClassHierarchyResolver.ofResourceParsing(
                                type ->
                                        others.apply(type)
                                                .map(ByteArrayInputStream::new)
                                                .orElse(null))
                        .orElse(ClassHierarchyResolver.defaultResolver())
                        .cached();
        files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    }

    /// A class without type switches.
    ///
    /// @return the same array if there were none
    public byte[] rewrite(byte[] bytes) {
        ClassModel model = files.parse(bytes);
        if (model.methods().stream().noneMatch(TypeSwitches::hasOne)) {
            return bytes;
        }
        byte[] rewritten =
                files.transformClass(model, ClassTransform.ofStateful(() -> new Rewriting(model)));
        var errors = files.verify(rewritten);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(
                    "rewriting %s went wrong: %s"
                            .formatted(model.thisClass().asInternalName(), errors));
        }
        return rewritten;
    }

    private static boolean hasOne(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(element -> typeSwitch(element).isPresent());
    }

    private static Optional<TypeSwitch> typeSwitch(CodeElement element) {
        return element instanceof InvokeDynamicInstruction instruction
                ? TypeSwitch.of(instruction)
                : Optional.empty();
    }

    /// What happens to one class.
    private static final class Rewriting implements ClassTransform {
        private final ClassDesc owner;
        private final boolean isInterface;
        private final List<TypeSwitch> found = new ArrayList<>();

        Rewriting(ClassModel model) {
            owner = model.thisClass().asSymbol();
            isInterface = (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
        }

        @Override
        public void accept(ClassBuilder target, ClassElement element) {
            if (element instanceof MethodModel method && hasOne(method)) {
                target.transformMethod(method, MethodTransform.transformingCode(this::rewrite));
            } else {
                target.with(element);
            }
        }

        private void rewrite(CodeBuilder target, CodeElement element) {
            typeSwitch(element)
                    .ifPresentOrElse(
                            asked -> {
                                String name = name(found.size());
                                found.add(asked);
                                target.invokestatic(owner, name, asked.type(), isInterface);
                            },
                            () -> target.with(element));
        }

        @Override
        public void atEnd(ClassBuilder target) {
            int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
            for (int i = 0; i < found.size(); i++) {
                TypeSwitch asked = found.get(i);
                target.withMethodBody(name(i), asked.type(), flags, asked::body);
            }
        }

        private static String name(int index) {
            return "typeSwitch$" + index;
        }
    }
}
