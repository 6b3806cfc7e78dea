package dev.jvirt.daemon.mirror;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.driver.ConnectUri;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.driver.OpenRequest;
import dev.jvirt.daemon.remote.RemoteService;
import dev.jvirt.host.UnixSockets;
import dev.jvirt.rpc.server.AuthType;
import dev.jvirt.rpc.server.RpcServer;
import dev.jvirt.rpc.server.ServerLimits;
import dev.jvirt.rpc.server.UnixSocket;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Both halves of the remote driver, face to face over a real socket: calls go in as a driver's on
/// one side, and come out as a driver's on the other.
final class Mirror implements AutoCloseable {
    private final RecordingDriver far = new RecordingDriver();
    private final RpcServer server;
    private final DriverSession near;
    private final Map<Class<?>, Object> drivers = new LinkedHashMap<>();

    /// @param folder for the socket
    Mirror(Path folder) throws IOException {
        Path socket = folder.resolve("socket");
        server =
                new RpcServer(
                        "mirror",
                        ServerLimits.defaults(),
                        new RemoteService(new DriverTable(List.of(far))),
                        new UnixSockets());
        server.listen(new UnixSocket(socket, 0700, OptionalInt.empty(), false, AuthType.NONE));
        server.start();
        var uri = ConnectUri.parse("mirror+unix:///?socket=" + socket);
        near =
                DriverTable.standard()
                        .open(new OpenRequest(Optional.of(uri), false, Authenticator.none()));
        collect(near, DriverSession.class);
    }

    /// The driver on the far side.
    RecordingDriver far() {
        return far;
    }

    /// The driver on the near side that has the method.
    Object near(Method method) {
        Object driver = drivers.get(method.getDeclaringClass());
        if (driver == null) {
            throw new AssertionError("no way to " + method.getDeclaringClass());
        }
        return driver;
    }

    /// The driver on the near side.
    <T> T near(Class<T> type) {
        return type.cast(drivers.get(type));
    }

    private void collect(Object holder, Class<?> type) {
        for (Method method : type.getMethods()) {
            Class<?> driver = driverOf(method);
            if (driver == null) {
                continue;
            }
            try {
                Object found = method.invoke(holder);
                Object one = found instanceof Optional<?> optional ? optional.get() : found;
                drivers.put(driver, one);
                collect(one, driver);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static @Nullable Class<?> driverOf(Method method) {
        if (method.getParameterCount() > 0 || Modifier.isStatic(method.getModifiers())) {
            return null;
        }
        if (RecordingDriver.isDriver(method.getReturnType())) {
            return method.getReturnType();
        }
        return method.getGenericReturnType() instanceof ParameterizedType optional
                        && optional.getRawType() == Optional.class
                        && optional.getActualTypeArguments()[0] instanceof Class<?> type
                        && RecordingDriver.isDriver(type)
                ? type
                : null;
    }

    /// All calls that drivers have, over all interfaces.
    static List<Method> calls() {
        var methods = new ArrayList<Method>();
        addCalls(DriverSession.class, methods);
        return methods;
    }

    private static void addCalls(Class<?> holder, List<Method> methods) {
        for (Method method : holder.getMethods()) {
            Class<?> driver = driverOf(method);
            if (driver != null) {
                addCalls(driver, methods);
            } else if (RecordingDriver.isDriver(holder) && method.isDefault()) {
                methods.add(method);
            }
        }
    }

    @Override
    public void close() {
        near.close();
        server.close();
    }
}
