package dev.jvirt.host;

import dev.jvirt.host.kernel.CLibrary;
import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Users and groups, by whatever sources the system has (`nsswitch.conf`).
public final class Users {
    private static final int RECORD_SIZE = 64;
    private static final int BUFFER_START = 16 * 1024;
    private static final int BUFFER_LIMIT = 16 * 1024 * 1024;
    private static final int ERANGE = 34;
    private static final int GROUPS_START = 64;

    private Users() {}

    /// The user that this process runs as.
    public static int current() {
        try {
            // Asked by every daemon before anything else: the first native call takes a while.
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException | RuntimeException noProc) {
            return (int) SystemCall.GETUID.tryCall();
        }
    }

    /// The group that this process runs as.
    public static int currentGroup() {
        return (int) SystemCall.GETGID.tryCall();
    }

    /// The id of a user as configuration files name it: by name, by number, or as `+` and a number,
    /// which is never a name.
    public static OptionalInt id(String user) throws IOException {
        return idOf(user, Native.GETPWNAM, 16);
    }

    /// The id of a group, named like a user.
    public static OptionalInt groupId(String group) throws IOException {
        return idOf(group, Native.GETGRNAM, 16);
    }

    /// A user's name.
    public static Optional<String> name(int user) throws IOException {
        return lookUp(Native.GETPWUID, user, Users::firstText);
    }

    /// A group's name.
    public static Optional<String> groupName(int group) throws IOException {
        return lookUp(Native.GETGRGID, group, Users::firstText);
    }

    /// A user's home folder.
    public static Optional<String> home(int user) throws IOException {
        return lookUp(Native.GETPWUID, user, entry -> text(entry, 32));
    }

    /// The group that a user has at login.
    public static OptionalInt primaryGroup(int user) throws IOException {
        Optional<Integer> group =
                lookUp(Native.GETPWUID, user, entry -> entry.get(ValueLayout.JAVA_INT, 20));
        return group.isPresent() ? OptionalInt.of(group.get()) : OptionalInt.empty();
    }

    /// All groups of a user, `group` among them.
    public static List<Integer> groups(int user, int group) throws IOException {
        Optional<String> name = name(user);
        return name.isEmpty() ? List.of(group) : groups(name.get(), group, GROUPS_START);
    }

    private static List<Integer> groups(String user, int group, int room) {
        try (var arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocateFrom(ValueLayout.JAVA_INT, room);
            MemorySegment groups = arena.allocate(ValueLayout.JAVA_INT, room);
            int result =
                    (int)
                            Native.GETGROUPLIST.invokeExact(
                                    arena.allocateFrom(user), group, groups, count);
            int needed = count.get(ValueLayout.JAVA_INT, 0);
            if (result < 0) {
                return groups(user, group, Math.max(needed, 2 * room));
            }
            var found = new ArrayList<Integer>();
            for (int i = 0; i < needed; i++) {
                found.add(groups.getAtIndex(ValueLayout.JAVA_INT, i));
            }
            return List.copyOf(found);
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static OptionalInt idOf(String name, MethodHandle byName, int offset)
            throws IOException {
        if (name.indexOf('\0') >= 0) {
            return OptionalInt.empty();
        }
        if (!name.startsWith("+")) {
            try (var arena = Arena.ofConfined()) {
                Optional<Integer> found =
                        lookUp(
                                byName,
                                arena.allocateFrom(name),
                                entry -> entry.get(ValueLayout.JAVA_INT, offset));
                if (found.isPresent()) {
                    return OptionalInt.of(found.get());
                }
            }
        }
        return number(name.startsWith("+") ? name.substring(1) : name);
    }

    private static OptionalInt number(String text) {
        try {
            return text.startsWith("+") || text.startsWith("-")
                    ? OptionalInt.empty()
                    : OptionalInt.of(Integer.parseUnsignedInt(text));
        } catch (NumberFormatException notANumber) {
            return OptionalInt.empty();
        }
    }

    private interface Entry<T> {
        T read(MemorySegment entry);
    }

    /// Calls one of the functions that fill a structure and a buffer; the buffer grows until the
    /// entry fits.
    private static <T> Optional<T> lookUp(MethodHandle function, Object key, Entry<T> entry)
            throws IOException {
        for (int size = BUFFER_START; ; size *= 4) {
            try (var arena = Arena.ofConfined()) {
                MemorySegment structure = arena.allocate(RECORD_SIZE, 8);
                MemorySegment buffer = arena.allocate(size);
                MemorySegment found = arena.allocate(ValueLayout.ADDRESS);
                int error = (int) function.invoke(key, structure, buffer, (long) size, found);
                if (found.get(ValueLayout.ADDRESS, 0).address() != 0) {
                    return Optional.of(entry.read(structure));
                }
                if (error != ERANGE || size >= BUFFER_LIMIT) {
                    // Which numbers say "no such entry" differs between the sources.
                    return Optional.empty();
                }
            } catch (Throwable unexpected) {
                throw new IllegalStateException(unexpected);
            }
        }
    }

    private static String firstText(MemorySegment entry) {
        return text(entry, 0);
    }

    private static String text(MemorySegment entry, long offset) {
        return CLibrary.text(entry.get(ValueLayout.ADDRESS, offset));
    }

    private static final class Native {
        private static final MethodHandle GETPWNAM = byName("getpwnam_r");
        private static final MethodHandle GETGRNAM = byName("getgrnam_r");
        private static final MethodHandle GETPWUID = byId("getpwuid_r");
        private static final MethodHandle GETGRGID = byId("getgrgid_r");
        private static final MethodHandle GETGROUPLIST =
                CLibrary.returningInt(
                        "getgrouplist",
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS);

        private static MethodHandle byName(String function) {
            return CLibrary.returningInt(
                    function,
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.ADDRESS);
        }

        private static MethodHandle byId(String function) {
            return CLibrary.returningInt(
                    function,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.ADDRESS);
        }
    }
}
