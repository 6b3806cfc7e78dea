package dev.jvirt.benchmarks.client;

import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;

/// `LibvirtJavaCalls CALL THREADS URI`: libvirt-java, which calls the C client library through JNA.
public final class LibvirtJavaCalls {
    private LibvirtJavaCalls() {}

    public static void main(String[] words) throws Exception {
        var connection = new Connect(words[2]);
        Turns.take(call(words[0], connection), Integer.parseInt(words[1]));
        connection.close();
    }

    private static Turns.Call call(String word, Connect connection) throws LibvirtException {
        String name = word.substring(word.indexOf(':') + 1);
        if (word.startsWith("lookup:")) {
            return () -> connection.domainLookupByName(name).free();
        }
        if (word.startsWith("xml:")) {
            Domain domain = connection.domainLookupByName(name);
            return () -> domain.getXMLDesc(0);
        }
        if (word.equals("version")) {
            return connection::getLibVersion;
        }
        throw new IllegalArgumentException(word);
    }
}
