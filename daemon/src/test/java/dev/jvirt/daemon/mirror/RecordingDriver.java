package dev.jvirt.daemon.mirror;

import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.OpenRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A driver that has every call there is: it notes what it is asked, and answers what it was told
/// to. Calls that nobody told it about answer that they are not supported.
final class RecordingDriver implements ConnectDriver {
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<Method, Object> standing = new ConcurrentHashMap<>();
    private volatile @Nullable Answer answer;

    /// A call that came.
    record Call(Method method, List<Object> arguments) {}

    private record Answer(Method method, @Nullable Object value) {}

    /// What to answer from now on.
    void answer(Method method, @Nullable Object value) {
        calls.clear();
        answer = new Answer(method, value);
    }

    /// What to answer to calls of that name whatever else is answered.
    RecordingDriver always(Class<?> driver, String name, Object value) {
        for (Method method : driver.getMethods()) {
            if (method.getName().equals(name)) {
                standing.put(method, value);
            }
        }
        return this;
    }

    /// The calls that came since.
    List<Call> calls() {
        return calls;
    }

    /// The calls of the method that came since.
    List<Call> calls(Method method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    @Override
    public String name() {
        return "mirror";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("mirror");
    }

    @Override
    public Optional<DriverSession> open(OpenRequest request) {
        return Optional.of(proxy(DriverSession.class, this::session));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /// Answers what leads to drivers with drivers.
    private @Nullable Object session(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        Class<?> type = method.getReturnType();
        if (isDriver(type)) {
            return driver(type);
        }
        if (method.getGenericReturnType() instanceof ParameterizedType optional
                && optional.getRawType() == Optional.class) {
            return Optional.of(driver((Class<?>) optional.getActualTypeArguments()[0]));
        }
        return method.isDefault()
                ? InvocationHandler.invokeDefault(proxy, method, arguments)
                : null;
    }

    static boolean isDriver(Class<?> type) {
        return type.isInterface() && type.getSimpleName().endsWith("Driver");
    }

    private Object driver(Class<?> type) {
        return proxy(type, this::take);
    }

    /// Files are open only while the call lasts.
    private static List<Object> seen(Object @Nullable [] arguments) {
        var seen = new ArrayList<Object>();
        for (Object argument : arguments == null ? new Object[0] : arguments) {
            seen.add(Objects.requireNonNull(TestFiles.seen(argument)));
        }
        return seen;
    }

    private @Nullable Object take(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (isDriver(method.getReturnType())) {
            return driver(method.getReturnType());
        }
        calls.add(new Call(method, seen(arguments)));
        Answer prepared = answer;
        if (prepared != null && prepared.method().equals(method)) {
            return prepared.value();
        }
        Object always = standing.get(method);
        if (always != null) {
            return always;
        }
        try {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
