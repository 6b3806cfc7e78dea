package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// `<iothreads>`, `<iothreadids>` and `<defaultiothread>`: threads that serve disks.
public record IoThreads(List<IoThread> threads, Optional<Pool> defaultPool) {
    /// More of them could never be told to a client.
    private static final int MOST = 16384;

    /// None.
    public static final IoThreads NONE = new IoThreads(List.of(), Optional.empty());

    /// One thread.
    ///
    /// @param automatic whether the number was chosen by libvirt
    public record IoThread(int id, boolean automatic, Pool pool) {}

    /// How many workers a thread has.
    public record Pool(OptionalInt min, OptionalInt max) {
        static final Pool NONE = new Pool(OptionalInt.empty(), OptionalInt.empty());

        static Pool parse(Element element) {
            return new Pool(
                    element.nonNegative("thread_pool_min"), element.nonNegative("thread_pool_max"));
        }

        void format(XmlWriter out) {
            out.attribute("thread_pool_min", min).attribute("thread_pool_max", max);
        }
    }

    /// Threads with their own copy.
    public IoThreads {
        threads = List.copyOf(threads);
    }

    /// Whether there is a thread of that number.
    public boolean has(int id) {
        for (IoThread thread : threads) {
            if (thread.id() == id) {
                return true;
            }
        }
        return false;
    }

    /// The same with one more thread.
    public IoThreads with(int id) {
        var more = new ArrayList<>(threads);
        more.add(new IoThread(id, false, Pool.NONE));
        return new IoThreads(more, defaultPool);
    }

    /// The same without the thread of that number.
    public IoThreads without(int id) {
        var fewer = new ArrayList<>(threads);
        fewer.removeIf(thread -> thread.id() == id);
        return new IoThreads(fewer, defaultPool);
    }

    static IoThreads parse(Element domain) {
        var text = domain.text("iothreads");
        OptionalLong count = text.isEmpty() ? OptionalLong.of(0) : Numbers.parse(text.get(), 10);
        if (count.orElse(-1) < 0 || count.getAsLong() > MOST) {
            throw new LibvirtException(
                    XML_ERROR, "invalid iothreads count '%s'".formatted(text.orElse("")));
        }
        var threads = new ArrayList<IoThread>();
        var numbers = new HashSet<Integer>();
        var ids = domain.child("iothreadids");
        if (ids.isPresent()) {
            for (Element element : ids.get().children("iothread")) {
                element.required("id");
                int id = element.nonZero("id").orElse(0);
                if (!numbers.add(id)) {
                    throw new LibvirtException(
                            XML_ERROR, "duplicate iothread id '%d' found".formatted(id));
                }
                threads.add(new IoThread(id, false, Pool.parse(element)));
            }
        }
        fill(threads, numbers, (int) count.getAsLong());
        return new IoThreads(
                threads,
                domain.child("defaultiothread")
                        .map(Pool::parse)
                        .filter(p -> p.min().isPresent() || p.max().isPresent()));
    }

    /// Adds threads with the smallest free numbers until there are enough.
    private static void fill(List<IoThread> threads, Set<Integer> numbers, int count) {
        int next = 1;
        while (threads.size() < count) {
            if (numbers.add(next)) {
                threads.add(new IoThread(next, true, Pool.NONE));
            }
            next++;
        }
    }

    void format(XmlWriter out) {
        if (!threads.isEmpty()) {
            out.leaf("iothreads", threads.size());
        }
        boolean chosen = false;
        for (IoThread thread : threads) {
            chosen |= !thread.automatic() || !thread.pool().equals(Pool.NONE);
        }
        if (chosen) {
            out.start("iothreadids");
            for (IoThread thread : threads) {
                out.start("iothread").attribute("id", thread.id());
                thread.pool().format(out);
                out.end();
            }
            out.end();
        }
        if (defaultPool.isPresent()) {
            out.start("defaultiothread");
            defaultPool.get().format(out);
            out.end();
        }
    }
}
