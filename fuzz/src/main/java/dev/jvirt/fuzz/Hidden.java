package dev.jvirt.fuzz;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.util.Arrays;

/// Parts of the product that no other room should see. A target begins where the bytes arrive,
/// which often is behind the last public door.
final class Hidden {
    private Hidden() {}

    static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError("no class " + name, e);
        }
    }

    /// The value of a static field.
    static Object constant(String type, String field) {
        try {
            return opened(type(type).getDeclaredField(field)).get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no field %s of %s".formatted(field, type), e);
        }
    }

    /// Calls a static method, and lets its exceptions through.
    static Object call(String type, String method, Object... arguments) {
        var found = find(type(type).getDeclaredMethods(), method, arguments);
        return invoked(() -> found.invoke(null, arguments));
    }

    /// Makes an object, and lets the exceptions of its constructor through.
    static Object construct(String type, Object... arguments) {
        Class<?> made = type(type);
        var found = find(made.getDeclaredConstructors(), made.getName(), arguments);
        return invoked(() -> found.newInstance(arguments));
    }

    /// Calls a method of an object, and lets its exceptions through.
    static Object ask(Object object, String method, Object... arguments) {
        var found = find(object.getClass().getDeclaredMethods(), method, arguments);
        return invoked(() -> found.invoke(object, arguments));
    }

    private interface Invocation {
        Object run() throws ReflectiveOperationException;
    }

    private static Object invoked(Invocation invocation) {
        try {
            Object result = invocation.run();
            return result == null ? Hidden.class : result;
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot be called", e);
        }
    }

    private static <E extends Executable & Member> E find(
            E[] candidates, String name, Object[] arguments) {
        for (E candidate : candidates) {
            if (candidate.getName().equals(name) && takes(candidate, arguments)) {
                return opened(candidate);
            }
        }
        throw new LinkageError("no %s for %s".formatted(name, Arrays.toString(arguments)));
    }

    private static boolean takes(Executable candidate, Object[] arguments) {
        Class<?>[] types = candidate.getParameterTypes();
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isPrimitive() && !types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static <T extends AccessibleObject> T opened(T member) {
        member.setAccessible(true);
        return member;
    }
}
